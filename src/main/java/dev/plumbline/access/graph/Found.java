package dev.plumbline.access.graph;

import dev.plumbline.access.MembershipPath;
import java.util.List;
import java.util.Set;

/**
 * What a search lights, by the ids of nodes and edges; {@code all} when nothing was asked for. {@code words} answer in a sentence, safe to show; {@code paths} are
 * those that were asked for, shortest first.
 */
public record Found(boolean all, Set<String> nodes, Set<String> edges, List<MembershipPath> paths, String words) {
    public static final Found EVERYTHING = new Found(true, Set.of(), Set.of(), List.of(), "");

    public Found {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
        paths = List.copyOf(paths);
    }

    static Found nothing(String words) {
        return new Found(false, Set.of(), Set.of(), List.of(), words);
    }

    public boolean lights(GraphNode node) {
        return all || nodes.contains(node.id());
    }

    public boolean lights(GraphEdge edge) {
        return all || edges.contains(edge.id());
    }
}
