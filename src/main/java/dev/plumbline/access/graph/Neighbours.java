package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.List;

/** Which nodes an edge joins a node with on its left and on its right, rails and its own layer left aside. */
final class Neighbours {
    private final int[][] left;
    private final int[][] right;

    private Neighbours(int[][] left, int[][] right) {
        this.left = left;
        this.right = right;
    }

    /** {@code layer} numbers the layers of the whole drawing; negative for what stands on a rail. */
    static Neighbours of(AccessGraph graph, int[] layer) {
        List<List<Integer>> left = new ArrayList<>();
        List<List<Integer>> right = new ArrayList<>();
        graph.nodes().forEach(node -> {
            left.add(new ArrayList<>(4));
            right.add(new ArrayList<>(4));
        });
        for (GraphEdge edge : graph.edges()) {
            int from = layer[edge.from()];
            int to = layer[edge.to()];
            if (from >= 0 && to >= 0 && from != to) {
                boolean forward = from < to;
                right.get(forward ? edge.from() : edge.to()).add(forward ? edge.to() : edge.from());
                left.get(forward ? edge.to() : edge.from()).add(forward ? edge.from() : edge.to());
            }
        }
        return new Neighbours(arrays(left), arrays(right));
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    boolean isAlone(int place) {
        return left[place].length == 0 && right[place].length == 0;
    }

    /** The mean of the neighbours' values on one side. */
    double mean(int place, boolean ofLeft, double[] values, double otherwise) {
        int[] side = ofLeft ? left[place] : right[place];
        double sum = 0;
        for (int neighbour : side) {
            sum += values[neighbour];
        }
        return side.length == 0 ? otherwise : sum / side.length;
    }

    /** The mean of the values of all neighbours that have one ({@code known}). */
    double mean(int place, double[] values, boolean[] known, double otherwise) {
        double sum = 0;
        int count = 0;
        for (int[] side : List.of(left[place], right[place])) {
            for (int neighbour : side) {
                if (known[neighbour]) {
                    sum += values[neighbour];
                    count++;
                }
            }
        }
        return count == 0 ? otherwise : sum / count;
    }
}
