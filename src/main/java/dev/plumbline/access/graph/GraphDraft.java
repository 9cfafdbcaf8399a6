package dev.plumbline.access.graph;

import dev.plumbline.access.Link;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph while it is put together. */
final class GraphDraft {
    private final AccessSnapshot snapshot;
    private final RoleGraph roles;
    private final ObjectSums sums;
    private final RoleWords words;
    private final RoleNodes nodesOfRoles;
    private final List<GraphNode> nodes = new ArrayList<>();
    private final List<GraphEdge> edges = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, String> idsOfRoles = new HashMap<>();
    private final Map<String, Integer> edgePlaces = new HashMap<>();

    GraphDraft(AccessSnapshot snapshot, RoleGraph roles, ObjectSums sums) {
        this.snapshot = snapshot;
        this.roles = roles;
        this.sums = sums;
        this.words = new RoleWords(snapshot, roles, sums);
        this.nodesOfRoles = new RoleNodes(snapshot, roles, words);
    }

    AccessSnapshot snapshot() {
        return snapshot;
    }

    RoleGraph roles() {
        return roles;
    }

    void addAll() {
        for (int role = 0; role < snapshot.roles().known(); role++) {
            role(role);
        }
        sums.targets().stream()
                .sorted(java.util.Comparator.comparing((GraphTarget target) ->
                                target.type() == TargetType.DATABASE ? "" : "." + target.schema())
                        .thenComparing(GraphTarget::type)
                        .thenComparing(GraphTarget::name))
                .forEach(this::target);
        for (int role = 0; role < snapshot.roles().known(); role++) {
            roles.parentsOf(snapshot.roles().role(role).name()).forEach(this::membership);
        }
        sums.owned()
                .forEach((role, ofRole) -> ofRole.forEach(
                        (target, count) -> edge(EdgeKind.OWNERSHIP, role(role), target, "owns", null, Standing.LIVE)));
        sums.granted()
                .forEach((role, ofRole) -> ofRole.forEach((target, grants) -> edge(
                        EdgeKind.GRANT,
                        role(role),
                        target,
                        sums.label(grants, objectsOf(target)),
                        null,
                        Standing.LIVE)));
    }

    private int objectsOf(String target) {
        GraphTarget found = target(target).target();
        return found == null ? 0 : found.objects().size();
    }

    private GraphNode target(String id) {
        return nodes.get(java.util.Objects.requireNonNull(places.get(id), id));
    }

    private void target(GraphTarget target) {
        add(new GraphNode(
                target.id(),
                NodeKind.TARGET,
                target.name(),
                words.owners(target),
                false,
                List.of(),
                target,
                Standing.LIVE));
    }

    private void membership(Link link) {
        edge(
                EdgeKind.MEMBERSHIP,
                role(link.member()),
                role(link.role()),
                link.implicit() ? "owner" : GraphEdge.options(link),
                link,
                Standing.LIVE);
    }

    private String role(Name name) {
        Integer number = snapshot.roles().of(name);
        return number != null ? role(number.intValue()) : add(nodesOfRoles.of(name));
    }

    private String role(int number) {
        return idsOfRoles.computeIfAbsent(number, role -> add(nodesOfRoles.of(role)));
    }

    /** A role that is declared and not in the catalog. */
    String declaredRole(Name name, NodeKind kind, String detail, Standing standing) {
        return add(new GraphNode("role:" + name.text(), kind, name.text(), detail, false, List.of(), null, standing));
    }

    String add(GraphNode node) {
        if (places.putIfAbsent(node.id(), nodes.size()) == null) {
            nodes.add(node);
        }
        return node.id();
    }

    void stand(String node, Standing standing) {
        Integer place = places.get(node);
        if (place != null) {
            nodes.set(place, nodes.get(place).standing(standing));
        }
    }

    boolean has(String node) {
        return places.containsKey(node);
    }

    static String edgeId(EdgeKind kind, String from, String to) {
        return kind.word() + " " + from + " → " + to;
    }

    /** True when there was such an edge. */
    boolean standEdge(String id, Standing standing) {
        Integer place = edgePlaces.get(id);
        if (place != null) {
            edges.set(place, edges.get(place).standing(standing));
        }
        return place != null;
    }

    /** The edges of a kind that enter a node. */
    List<GraphEdge> entering(EdgeKind kind, String to) {
        Integer place = places.get(to);
        return edges.stream()
                .filter(edge -> edge.kind() == kind && place != null && edge.to() == place)
                .toList();
    }

    void edge(EdgeKind kind, String from, String to, String label, @Nullable Link link, Standing standing) {
        Integer start = places.get(from);
        Integer end = places.get(to);
        if (start == null || end == null) {
            return;
        }
        String id = edgeId(kind, from, to) + (standing == Standing.LIVE ? "" : " " + standing.sign());
        if (edgePlaces.putIfAbsent(id, edges.size()) == null) {
            edges.add(new GraphEdge(id, kind, start, end, label, link, 1, standing));
        }
    }

    AccessGraph finish() {
        AccessGraph all = new AccessGraph(snapshot, roles, nodes, edges);
        boolean[] kept = new boolean[nodes.size()];
        for (int place = 0; place < kept.length; place++) {
            boolean joined = all.leaving(place).length + all.entering(place).length > 0;
            kept[place] = joined || nodes.get(place).kind() != NodeKind.PREDEFINED;
        }
        return Neighbourhood.part(all, kept);
    }
}
