package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Keeps nodes where they stood and puts the others where their layer is free, as near as can be to their neighbours. */
final class FreePlaces {
    private FreePlaces() {}

    /** How high each node stands. */
    static double[] fill(
            AccessGraph graph, Neighbours neighbours, List<List<Integer>> layers, Map<String, Spot> former) {
        double[] y = new double[graph.nodes().size()];
        boolean[] known = new boolean[y.length];
        for (int place = 0; place < y.length; place++) {
            GraphNode node = graph.nodes().get(place);
            Spot spot = former.get(node.id());
            if (spot != null && spot.lane() == node.lane()) {
                y[place] = spot.y();
                known[place] = true;
            }
        }
        for (List<Integer> layer : layers) {
            TreeSet<Double> taken = new TreeSet<>();
            List<Integer> fresh = new ArrayList<>();
            layer.forEach(place -> {
                if (known[place]) {
                    taken.add(y[place]);
                } else {
                    fresh.add(place);
                }
            });
            fresh.sort(Comparator.comparing(
                    (Integer place) -> graph.nodes().get(place).id()));
            for (int place : fresh) {
                double wish = neighbours.mean(place, y, known, 0);
                y[place] = nearestFree(taken, Math.rint(Math.max(0, wish)));
                known[place] = true;
                taken.add(y[place]);
            }
        }
        return y;
    }

    private static double nearestFree(NavigableSet<Double> taken, double wish) {
        if (isFree(taken, wish)) {
            return wish;
        }
        double best = Double.NaN;
        for (double y : taken) {
            for (double candidate : new double[] {y - GraphLayout.ROW, y + GraphLayout.ROW}) {
                boolean nearer = Double.isNaN(best) || Math.abs(candidate - wish) < Math.abs(best - wish);
                if (candidate >= 0 && nearer && isFree(taken, candidate)) {
                    best = candidate;
                }
            }
        }
        return Double.isNaN(best) ? taken.last() + GraphLayout.ROW : best;
    }

    private static boolean isFree(NavigableSet<Double> taken, double y) {
        return taken.subSet(y - GraphLayout.ROW, false, y + GraphLayout.ROW, false)
                .isEmpty();
    }
}
