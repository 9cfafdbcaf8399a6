package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.Lane;
import dev.plumbline.access.graph.Overlay;
import java.util.ArrayList;
import java.util.List;

/** A row of the tree: a column's heading, or a node with how it is related to the row above it. {@code node} is empty for a heading. */
record RelationRow(String node, String name, String relation, String detail) {

    static List<RelationRow> ofLanes(AccessGraph graph) {
        List<RelationRow> rows = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            long count =
                    graph.nodes().stream().filter(node -> node.lane() == lane).count();
            if (count > 0) {
                rows.add(new RelationRow("", lane.words(), "", Long.toString(count)));
            }
        }
        return rows;
    }

    static List<RelationRow> ofLane(AccessGraph graph, String words, Overlay overlay) {
        return graph.nodes().stream()
                .filter(node -> node.lane().words().equals(words) && overlay.shows(node.standing()))
                .map(node -> row(
                        node,
                        overlay.marked(node.standing()).differs()
                                ? node.standing().sign()
                                : ""))
                .toList();
    }

    /** What leaves a node, then what enters it. */
    static List<RelationRow> around(AccessGraph graph, String id, Overlay overlay) {
        List<RelationRow> rows = new ArrayList<>();
        graph.place(id).ifPresent(place -> {
            for (int at : graph.leaving(place)) {
                add(rows, graph, graph.edges().get(at), true, overlay);
            }
            for (int at : graph.entering(place)) {
                add(rows, graph, graph.edges().get(at), false, overlay);
            }
        });
        return rows;
    }

    private static void add(
            List<RelationRow> rows, AccessGraph graph, GraphEdge edge, boolean leaving, Overlay overlay) {
        if (overlay.shows(edge.standing())) {
            String sign =
                    overlay.marked(edge.standing()).differs() ? edge.standing().sign() + " " : "";
            String words = switch (edge.kind()) {
                case MEMBERSHIP -> (leaving ? "member of" : "has member") + " [" + edge.label() + "]";
                case OWNERSHIP -> leaving ? "owns" : "owned by";
                case GRANT -> (leaving ? "granted " : "grants ") + edge.label();
            };
            rows.add(row(leaving ? graph.to(edge) : graph.from(edge), sign + words));
        }
    }

    private static RelationRow row(GraphNode node, String relation) {
        return new RelationRow(node.id(), node.shown(), relation, node.detail());
    }
}
