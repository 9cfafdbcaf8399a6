package dev.plumbline.access.graph;

import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graph that a folding leaves: one node for each bundle, and the edges of its members as one where they lead to the same. */
final class FoldedGraph {
    private FoldedGraph() {}

    static AccessGraph of(AccessGraph graph, int[] into, List<List<Integer>> bundles, List<Integer> heads) {
        List<GraphNode> nodes = new ArrayList<>();
        int[] moved = new int[into.length];
        Arrays.fill(moved, -1);
        for (int place = 0; place < into.length; place++) {
            if (into[place] < 0) {
                moved[place] = nodes.size();
                nodes.add(graph.nodes().get(place));
            }
        }
        for (int bundle = 0; bundle < bundles.size(); bundle++) {
            if (!bundles.get(bundle).isEmpty()) {
                for (int member : bundles.get(bundle)) {
                    moved[member] = nodes.size();
                }
                nodes.add(bundle(graph, heads.get(bundle), bundles.get(bundle)));
            }
        }
        Map<String, GraphEdge> edges = new LinkedHashMap<>();
        for (GraphEdge edge : graph.edges()) {
            int from = moved[edge.from()];
            int to = moved[edge.to()];
            if (from != to || edge.from() == edge.to()) {
                boolean same = into[edge.from()] < 0 && into[edge.to()] < 0;
                GraphNode start = nodes.get(from);
                GraphNode end = nodes.get(to);
                String id = same ? edge.id() : GraphDraft.edgeId(edge.kind(), start.id(), end.id());
                edges.merge(
                        id,
                        new GraphEdge(
                                id,
                                edge.kind(),
                                from,
                                to,
                                edge.label(),
                                same ? edge.link() : null,
                                edge.count(),
                                edge.standing()),
                        FoldedGraph::joined);
            }
        }
        return new AccessGraph(graph.snapshot(), graph.roles(), nodes, List.copyOf(edges.values()));
    }

    private static GraphEdge joined(GraphEdge one, GraphEdge other) {
        String label = one.label().equals(other.label()) ? one.label() : "…";
        return new GraphEdge(
                one.id(), one.kind(), one.from(), one.to(), label, null, one.count() + other.count(), one.standing());
    }

    private static GraphNode bundle(AccessGraph graph, int head, List<Integer> members) {
        List<Integer> roles = new ArrayList<>();
        int logins = 0;
        for (int member : members) {
            GraphNode node = graph.nodes().get(member);
            roles.addAll(node.roles());
            logins += node.kind() == NodeKind.LOGIN ? 1 : 0;
        }
        GraphTarget target = head < 0 ? null : graph.nodes().get(head).target();
        if (target != null) {
            return new GraphNode(
                    Folding.idOf(graph, head),
                    NodeKind.OWNER_BUNDLE,
                    RoleWords.counted(members.size(), "owner"),
                    target.schema().isEmpty()
                            ? "of objects without a schema"
                            : "in schema " + Visible.text(target.schema()),
                    false,
                    roles,
                    null,
                    Standing.LIVE);
        }
        int groups = members.size() - logins;
        String name = logins == 0
                ? RoleWords.counted(groups, "group")
                : RoleWords.counted(logins, "login") + (groups == 0 ? "" : ", " + RoleWords.counted(groups, "group"));
        String detail = head < 0
                ? "in no group"
                : (groups == 0 ? "in " : "below ") + graph.nodes().get(head).shown();
        return new GraphNode(
                Folding.idOf(graph, head), NodeKind.BUNDLE, name, detail, false, roles, null, Standing.LIVE);
    }
}
