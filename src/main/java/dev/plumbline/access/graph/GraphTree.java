package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph as a tree of text, read from who logs in to what can be reached: every role that has no members is a root, then what was not reached. What was
 * written out before is only named.
 */
public final class GraphTree {
    private final AccessGraph graph;
    private final Set<Integer> written = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private GraphTree(AccessGraph graph) {
        this.graph = graph;
    }

    public static List<String> write(AccessGraph graph) {
        GraphTree tree = new GraphTree(graph);
        for (int place = 0; place < graph.nodes().size(); place++) {
            if (graph.nodes().get(place).kind() != NodeKind.TARGET && graph.entering(place).length == 0) {
                tree.root(place);
            }
        }
        for (int place = 0; place < graph.nodes().size(); place++) {
            if (!tree.written.contains(place)) {
                tree.root(place);
            }
        }
        return tree.lines;
    }

    private void root(int place) {
        lines.add(words(place));
        children(place, "");
    }

    private String words(int place) {
        GraphNode node = graph.nodes().get(place);
        String sign = node.standing().differs() ? " (" + node.standing().sign() + ")" : "";
        return node.shown() + sign + "  " + node.detail();
    }

    private void children(int place, String indent) {
        written.add(place);
        int[] edges = graph.leaving(place);
        for (int at = 0; at < edges.length; at++) {
            GraphEdge edge = graph.edges().get(edges[at]);
            boolean last = at == edges.length - 1;
            boolean again = written.contains(edge.to()) && graph.leaving(edge.to()).length > 0;
            lines.add(indent + (last ? "└─ " : "├─ ") + words(edge) + words(edge.to()) + (again ? "  (above)" : ""));
            if (!again) {
                children(edge.to(), indent + (last ? "   " : "│  "));
            }
        }
    }

    private static String words(GraphEdge edge) {
        String sign = edge.standing().differs() ? edge.standing().sign() + " " : "";
        String words = switch (edge.kind()) {
            case MEMBERSHIP -> "in [" + edge.label() + "] ";
            case OWNERSHIP -> "owns ";
            case GRANT -> edge.label() + " on ";
        };
        return sign + words;
    }
}
