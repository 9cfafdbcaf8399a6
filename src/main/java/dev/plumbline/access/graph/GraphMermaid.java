package dev.plumbline.access.graph;

import java.util.Locale;

/** A graph as a Mermaid flowchart. All but plain letters, digits and a few marks is written as a character's number, so that no name can end its string or be markup. */
public final class GraphMermaid {
    private GraphMermaid() {}

    public static String write(AccessGraph graph) {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        for (Lane lane : Lane.values()) {
            if (graph.nodes().stream().anyMatch(node -> node.lane() == lane)) {
                chart.append("  subgraph lane")
                        .append(lane.name().toLowerCase(Locale.ROOT))
                        .append("[\"")
                        .append(escaped(lane.words()))
                        .append("\"]\n");
                for (int place = 0; place < graph.nodes().size(); place++) {
                    if (graph.nodes().get(place).lane() == lane) {
                        node(chart, graph.nodes().get(place), place);
                    }
                }
                chart.append("  end\n");
            }
        }
        graph.edges().forEach(edge -> edge(chart, edge));
        return chart.toString();
    }

    private static void node(StringBuilder chart, GraphNode node, int place) {
        String sign = node.standing().differs() ? node.standing().sign() + " " : "";
        chart.append("    n")
                .append(place)
                .append(node.superuser() ? "[[\"" : "[\"")
                .append(escaped(sign + node.shown()))
                .append("<br/>")
                .append(escaped(node.detail()))
                .append(node.superuser() ? "\"]]\n" : "\"]\n");
    }

    private static void edge(StringBuilder chart, GraphEdge edge) {
        boolean differs = edge.standing().differs();
        String sign = differs ? edge.standing().sign() + " " : "";
        chart.append("  n")
                .append(edge.from())
                .append(differs ? " -.->|\"" : " -->|\"")
                .append(escaped(sign + edge.label()))
                .append("\"| n")
                .append(edge.to())
                .append('\n');
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean plain = point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9'
                    || point == '_'
                    || point == '.'
                    || point == ' '
                    || point == ',';
            if (plain) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
