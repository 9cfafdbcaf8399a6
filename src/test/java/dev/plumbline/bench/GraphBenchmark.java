package dev.plumbline.bench;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.access.graph.LayeredLayout;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Lays out 2,000 roles with some 20,000 edges, folded as the screen folds them and every node by itself: the first time in a new machine, and the
 * median once it is warm. Prints a Markdown table in milliseconds of processor time, so that other processes do not count.
 */
public final class GraphBenchmark {
    private static final int MOST_NODES = 200;
    private static final int WARM = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private GraphBenchmark() {}

    public static void main(String[] args) {
        AccessSnapshot snapshot = GraphWorlds.large().snapshot();
        double[] cold = run(snapshot);
        double[][] warm = new double[WARM][];
        for (int run = 0; run < WARM; run++) {
            warm[run] = run(snapshot);
        }
        AccessGraph graph = AccessGraph.of(snapshot, new OwnershipModel.None());
        AccessGraph folded = graph.folded(MOST_NODES, Set.of());
        System.out.printf(
                "| %,d roles, %,d edges; folded %d nodes, %,d edges | cold | warm, median of %d |%n",
                snapshot.roles().known(),
                graph.edges().size(),
                folded.nodes().size(),
                folded.edges().size(),
                WARM / 2);
        System.out.println("|---|--:|--:|");
        String[] rows = {
            "graph from the snapshot", "fold", "lay out folded", "lay out all", "lay out all again, places kept"
        };
        for (int row = 0; row < rows.length; row++) {
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.1f |%n", rows[row], cold[row], median(warm, row));
        }
    }

    private static double median(double[][] runs, int row) {
        double[] sorted = Arrays.stream(runs)
                .skip(WARM / 2)
                .mapToDouble(run -> run[row])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static double[] run(AccessSnapshot snapshot) {
        long begun = THREADS.getCurrentThreadCpuTime();
        AccessGraph graph = AccessGraph.of(snapshot, new OwnershipModel.None());
        long made = THREADS.getCurrentThreadCpuTime();
        AccessGraph folded = graph.folded(MOST_NODES, Set.of());
        long fewer = THREADS.getCurrentThreadCpuTime();
        GraphLayout small = LayeredLayout.of(folded);
        long first = THREADS.getCurrentThreadCpuTime();
        GraphLayout all = LayeredLayout.of(graph);
        long second = THREADS.getCurrentThreadCpuTime();
        GraphLayout again = LayeredLayout.of(graph, all.byId());
        long third = THREADS.getCurrentThreadCpuTime();
        if (small.spots().isEmpty() || !again.spots().equals(all.spots())) {
            throw new IllegalStateException("nodes moved although nothing changed");
        }
        return new double[] {
            (made - begun) / 1e6,
            (fewer - made) / 1e6,
            (first - fewer) / 1e6,
            (second - first) / 1e6,
            (third - second) / 1e6
        };
    }
}
