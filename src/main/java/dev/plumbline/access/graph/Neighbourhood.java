package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of a graph: nodes that are kept and the edges among them. */
final class Neighbourhood {
    private Neighbourhood() {}

    static AccessGraph of(AccessGraph graph, int start, int hops) {
        int[] distance = new int[graph.nodes().size()];
        Arrays.fill(distance, -1);
        distance[start] = 0;
        List<Integer> open = new ArrayList<>(List.of(start));
        for (int at = 0; at < open.size(); at++) {
            int place = open.get(at);
            if (distance[place] < hops && passes(graph, place, start)) {
                for (int edge : graph.leaving(place)) {
                    reach(graph.edges().get(edge).to(), distance, distance[place] + 1, open);
                }
                for (int edge : graph.entering(place)) {
                    reach(graph.edges().get(edge).from(), distance, distance[place] + 1, open);
                }
            }
        }
        boolean[] kept = new boolean[distance.length];
        open.forEach(place -> kept[place] = true);
        return part(graph, kept);
    }

    /** Everybody meets at PUBLIC and at the objects: that makes nobody neighbours, unless it is where one starts. */
    private static boolean passes(AccessGraph graph, int place, int start) {
        NodeKind kind = graph.nodes().get(place).kind();
        return place == start || kind != NodeKind.PUBLIC && kind != NodeKind.TARGET;
    }

    private static void reach(int reached, int[] distance, int hops, List<Integer> open) {
        if (distance[reached] < 0) {
            distance[reached] = hops;
            open.add(reached);
        }
    }

    static AccessGraph part(AccessGraph graph, boolean[] kept) {
        int[] moved = new int[kept.length];
        List<GraphNode> nodes = new ArrayList<>();
        for (int place = 0; place < kept.length; place++) {
            moved[place] = nodes.size();
            if (kept[place]) {
                nodes.add(graph.nodes().get(place));
            }
        }
        List<GraphEdge> edges = new ArrayList<>();
        for (GraphEdge edge : graph.edges()) {
            if (kept[edge.from()] && kept[edge.to()]) {
                edges.add(new GraphEdge(
                        edge.id(),
                        edge.kind(),
                        moved[edge.from()],
                        moved[edge.to()],
                        edge.label(),
                        edge.link(),
                        edge.count(),
                        edge.standing()));
            }
        }
        return new AccessGraph(graph.snapshot(), graph.roles(), nodes, edges);
    }
}
