package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the nodes within each layer: sweeps to and fro that sort every layer by where its neighbours on one side stand on average, which
 * leaves few crossings (Sugiyama, Tagawa, Toda 1981). Nodes without edges come last.
 */
final class LayerOrder {
    private static final int SWEEPS = 12;
    private final Neighbours neighbours;
    private final List<List<Integer>> layers;
    private final double[] rank;
    private final double[] wish;

    private LayerOrder(Neighbours neighbours, List<List<Integer>> layers, int nodes) {
        this.neighbours = neighbours;
        this.layers = layers;
        this.rank = new double[nodes];
        this.wish = new double[nodes];
    }

    /** Sorts the lists in place. */
    static void sort(AccessGraph graph, Neighbours neighbours, List<List<Integer>> layers) {
        LayerOrder order = new LayerOrder(neighbours, layers, graph.nodes().size());
        for (List<Integer> layer : layers) {
            if (layer.stream().allMatch(place -> graph.nodes().get(place).lane() != Lane.TARGETS)) {
                layer.sort(Comparator.comparing(
                        (Integer place) -> graph.nodes().get(place).id()));
            }
            layer.sort(Comparator.comparing(neighbours::isAlone));
            order.number(layer);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order.sweep(sweep % 2 == 0);
        }
    }

    private void sweep(boolean forward) {
        for (int step = 0; step < layers.size(); step++) {
            List<Integer> layer = layers.get(forward ? step : layers.size() - 1 - step);
            for (int place : layer) {
                wish[place] = neighbours.mean(place, forward, rank, rank[place]);
            }
            List<Integer> sorted = new ArrayList<>(layer);
            sorted.sort(Comparator.comparing(neighbours::isAlone)
                    .thenComparing((Integer place) -> wish[place])
                    .thenComparing((Integer place) -> rank[place]));
            layer.clear();
            layer.addAll(sorted);
            number(layer);
        }
    }

    private void number(List<Integer> layer) {
        for (int at = 0; at < layer.size(); at++) {
            rank[layer.get(at)] = at - (layer.size() - 1) / 2.0;
        }
    }
}
