package dev.plumbline.runbook.step;

import dev.plumbline.operation.runbook.PortForward;
import java.util.HashMap;
import java.util.Map;

/** The ports that a run holds open, one a step; closed with the run, since they live in this program. */
public final class OpenForwards implements AutoCloseable {
    private final Map<String, PortForward> open = new HashMap<>();

    void keep(String step, PortForward forward) {
        PortForward before = open.put(step, forward);
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(PortForward::close);
        open.clear();
    }
}
