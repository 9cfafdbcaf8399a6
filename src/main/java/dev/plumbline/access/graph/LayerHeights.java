package dev.plumbline.access.graph;

import java.util.List;

/**
 * How high each node stands: as near as its layer's order and the distance of rows allow to the mean of its neighbours. Each layer is placed at
 * once by pooling neighbours that would overlap (isotonic regression), which is linear.
 */
final class LayerHeights {
    private static final int SWEEPS = 8;

    private LayerHeights() {}

    static double[] of(Neighbours neighbours, List<List<Integer>> layers, int nodes) {
        double[] y = new double[nodes];
        for (List<Integer> layer : layers) {
            for (int at = 0; at < layer.size(); at++) {
                y[layer.get(at)] = (at - (layer.size() - 1) / 2.0) * GraphLayout.ROW;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forward = sweep % 2 == 0;
            for (int step = 0; step < layers.size(); step++) {
                place(neighbours, layers.get(forward ? step : layers.size() - 1 - step), forward, y);
            }
        }
        return y;
    }

    private static void place(Neighbours neighbours, List<Integer> layer, boolean forward, double[] y) {
        int size = layer.size();
        double[] mean = new double[size];
        int[] length = new int[size];
        int blocks = 0;
        for (int at = 0; at < size; at++) {
            int node = layer.get(at);
            mean[blocks] = neighbours.mean(node, forward, y, y[node]) - at * GraphLayout.ROW;
            length[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                int joined = length[blocks - 2] + length[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * length[blocks - 2] + mean[blocks - 1] * length[blocks - 1]) / joined;
                length[blocks - 2] = joined;
                blocks--;
            }
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int inside = 0; inside < length[block]; inside++, at++) {
                y[layer.get(at)] = mean[block] + at * GraphLayout.ROW;
            }
        }
    }
}
