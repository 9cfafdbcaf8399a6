package dev.plumbline.access.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A graph for machines: format {@value #FORMAT}, version {@value #VERSION}, fields only ever added within a version. Ids are the same in every
 * reading; names are as stored, not as shown.
 */
public final class GraphJson {
    public static final String FORMAT = "plumbline-roles";
    public static final int VERSION = 1;

    private GraphJson() {}

    public static String write(AccessGraph graph) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT)
                .put("version", VERSION)
                .put("server", graph.snapshot().version().shown())
                .put("database", graph.snapshot().catalog().database().name().text());
        ArrayNode nodes = root.putArray("nodes");
        graph.nodes().forEach(node -> nodes.add(node(graph, node)));
        ArrayNode edges = root.putArray("edges");
        graph.edges().forEach(edge -> edges.add(edge(graph, edge)));
        ArrayNode gaps = root.putArray("unknown");
        graph.snapshot().catalog().gaps().forEach(gap -> gaps.add(gap.subject()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode node(AccessGraph graph, GraphNode node) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", node.id())
                .put("kind", node.kind().word())
                .put("name", node.name())
                .put("detail", node.detail())
                .put("superuser", node.superuser())
                .put("standing", word(node.standing()));
        if (node.kind().isBundle()) {
            ArrayNode roles = json.putArray("roles");
            node.roles()
                    .forEach(role ->
                            roles.add(graph.snapshot().roles().role(role).name().text()));
        }
        GraphTarget target = node.target();
        if (target != null) {
            json.put("type", target.type().words())
                    .put("schema", target.schema())
                    .put("objects", target.objects().size());
        }
        return json;
    }

    private static ObjectNode edge(AccessGraph graph, GraphEdge edge) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", edge.id())
                .put("kind", edge.kind().word())
                .put("from", graph.from(edge).id())
                .put("to", graph.to(edge).id())
                .put("label", edge.label())
                .put("count", edge.count())
                .put("standing", word(edge.standing()));
        if (edge.link() != null) {
            json.put("inherit", edge.link().inherit())
                    .put("set", edge.link().set())
                    .put("admin", edge.link().admin())
                    .put("implicit", edge.link().implicit());
            ArrayNode grantors = json.putArray("grantors");
            edge.link().grants().stream()
                    .filter(grant -> grant.grantor() != null)
                    .forEach(grant -> grantors.add(
                            java.util.Objects.requireNonNull(grant.grantor()).text()));
        }
        return json;
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
