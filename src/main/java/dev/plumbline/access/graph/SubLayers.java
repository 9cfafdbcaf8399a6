package dev.plumbline.access.graph;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Layers within one lane: a role stands right of all its members in the same lane, so that a chain of memberships reads from left to right. A circle,
 * which only a broken catalog holds, is entered at its first node; bundles, whose members may be in each other's roles, stand in the first layer.
 */
final class SubLayers {
    private SubLayers() {}

    /** The layer of each node within its lane, from 0. */
    static int[] of(AccessGraph graph) {
        int size = graph.nodes().size();
        int[] layer = new int[size];
        int[] waiting = new int[size];
        for (GraphEdge edge : graph.edges()) {
            if (isInside(graph, edge)) {
                waiting[edge.to()]++;
            }
        }
        boolean[] done = new boolean[size];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int next = 0; next < size; next++) {
            if (!done[next] && waiting[next] == 0) {
                ready.add(next);
                drain(graph, ready, waiting, done, layer);
            }
        }
        for (int next = 0; next < size; next++) {
            if (!done[next]) {
                ready.add(next);
                drain(graph, ready, waiting, done, layer);
            }
        }
        return layer;
    }

    private static void drain(AccessGraph graph, Deque<Integer> ready, int[] waiting, boolean[] done, int[] layer) {
        while (!ready.isEmpty()) {
            int at = ready.remove();
            if (done[at]) {
                continue;
            }
            done[at] = true;
            for (int leaving : graph.leaving(at)) {
                GraphEdge edge = graph.edges().get(leaving);
                if (isInside(graph, edge) && !done[edge.to()]) {
                    layer[edge.to()] = Math.max(layer[edge.to()], layer[at] + 1);
                    if (--waiting[edge.to()] == 0) {
                        ready.add(edge.to());
                    }
                }
            }
        }
    }

    private static boolean isInside(AccessGraph graph, GraphEdge edge) {
        if (graph.from(edge).kind().isBundle() || graph.to(edge).kind().isBundle()) {
            return false;
        }
        Lane lane = graph.from(edge).lane();
        return edge.from() != edge.to() && lane == graph.to(edge).lane() && !lane.isRail();
    }
}
