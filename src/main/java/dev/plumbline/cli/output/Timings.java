package dev.plumbline.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of a command took, and how many round trips its database connection made. */
public final class Timings implements Progress {
    private final long begun = System.nanoTime();
    private final Map<String, Double> phases = new LinkedHashMap<>();
    private String phase = "starting";
    private long since = begun;
    private int roundTrips = -1;

    @Override
    public synchronized void report(String doing, int done, int total) {
        next(doing);
    }

    /** The database connection's round trips since it was open, for the reading itself. */
    public synchronized void roundTrips(int count) {
        roundTrips = count;
    }

    /** One line of JSON. */
    public synchronized String line() {
        next("done");
        ObjectNode node = Console.mapper().createObjectNode();
        ObjectNode millis = node.putObject("phasesMs");
        phases.forEach((name, spent) -> millis.put(name, Math.round(spent * 10) / 10.0));
        node.put("totalMs", Math.round((System.nanoTime() - begun) / 1e5) / 10.0);
        if (roundTrips >= 0) {
            node.put("roundTrips", roundTrips);
        }
        return node.toString();
    }

    private void next(String doing) {
        long now = System.nanoTime();
        phases.merge(phase, (now - since) / 1e6, Double::sum);
        phase = doing;
        since = now;
    }
}
