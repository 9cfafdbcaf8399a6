package dev.plumbline.access.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A graph in Graphviz's DOT language. Every name is a quoted string in which nothing but quotes and backslashes has a meaning, both escaped. */
public final class GraphDot {
    private GraphDot() {}

    public static String write(AccessGraph graph) {
        StringBuilder dot = new StringBuilder("digraph roles {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
        for (Lane lane : Lane.values()) {
            List<Integer> inside = IntStream.range(0, graph.nodes().size())
                    .filter(place -> graph.nodes().get(place).lane() == lane)
                    .boxed()
                    .toList();
            if (!inside.isEmpty()) {
                dot.append("  subgraph cluster_")
                        .append(lane.name().toLowerCase(Locale.ROOT))
                        .append(" {\n    label=")
                        .append(quoted(lane.words()))
                        .append(";\n");
                inside.forEach(place -> node(dot, graph.nodes().get(place), place));
                dot.append("  }\n");
            }
        }
        graph.edges().forEach(edge -> edge(dot, edge));
        return dot.append("}\n").toString();
    }

    private static void node(StringBuilder dot, GraphNode node, int place) {
        String sign = node.standing().differs() ? node.standing().sign() + " " : "";
        dot.append("    n")
                .append(place)
                .append(" [label=\"")
                .append(escaped(sign + node.shown()))
                .append("\\n")
                .append(escaped(node.detail()))
                .append('"')
                .append(node.superuser() ? ", peripheries=2" : "")
                .append("];\n");
    }

    private static void edge(StringBuilder dot, GraphEdge edge) {
        String sign = edge.standing().differs() ? edge.standing().sign() + " " : "";
        dot.append("  n")
                .append(edge.from())
                .append(" -> n")
                .append(edge.to())
                .append(" [label=")
                .append(quoted(sign + edge.label()))
                .append(edge.standing().differs() ? ", style=dashed" : "")
                .append("];\n");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
