package dev.plumbline.access.graph;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of a snapshot with what they own and were granted, as nodes and edges, compared with what the resource declares. Deterministic: an
 * equal snapshot gives equal lists. Predefined roles that nothing leads to or from are left out.
 */
public final class AccessGraph {
    private final AccessSnapshot snapshot;
    private final RoleGraph roles;
    private final List<GraphNode> nodes;
    private final List<GraphEdge> edges;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, Integer> placeOfRole = new HashMap<>();
    private final int[][] leaving;
    private final int[][] entering;

    AccessGraph(AccessSnapshot snapshot, RoleGraph roles, List<GraphNode> nodes, List<GraphEdge> edges) {
        this.snapshot = snapshot;
        this.roles = roles;
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        for (int place = 0; place < nodes.size(); place++) {
            places.put(nodes.get(place).id(), place);
            for (int role : nodes.get(place).roles()) {
                placeOfRole.put(role, place);
            }
        }
        this.leaving = ends(true);
        this.entering = ends(false);
    }

    public static AccessGraph of(AccessSnapshot snapshot, OwnershipModel declared) {
        RoleGraph roles = RoleGraph.of(snapshot.catalog());
        GraphDraft draft = new GraphDraft(snapshot, roles, ObjectSums.of(snapshot));
        draft.addAll();
        DeclaredOverlay.lay(draft, declared);
        return draft.finish();
    }

    private int[][] ends(boolean from) {
        List<List<Integer>> lists = new ArrayList<>();
        nodes.forEach(node -> lists.add(new ArrayList<>(4)));
        for (int edge = 0; edge < edges.size(); edge++) {
            lists.get(from ? edges.get(edge).from() : edges.get(edge).to()).add(edge);
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    public AccessSnapshot snapshot() {
        return snapshot;
    }

    /** The whole role graph behind the drawing, whatever is folded or left out of it. */
    public RoleGraph roles() {
        return roles;
    }

    public List<GraphNode> nodes() {
        return nodes;
    }

    public List<GraphEdge> edges() {
        return edges;
    }

    public Optional<Integer> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Where the role with this number stands, in a bundle perhaps; empty when it is not drawn. */
    public Optional<Integer> placeOfRole(int role) {
        return Optional.ofNullable(placeOfRole.get(role));
    }

    /** The edges that leave a node, by their places in {@link #edges}. */
    public int[] leaving(int place) {
        return leaving[place].clone();
    }

    public int[] entering(int place) {
        return entering[place].clone();
    }

    public GraphNode from(GraphEdge edge) {
        return nodes.get(edge.from());
    }

    public GraphNode to(GraphEdge edge) {
        return nodes.get(edge.to());
    }

    public GraphCounts counts() {
        long differing = nodes.stream()
                        .filter(node -> node.standing().differs())
                        .count()
                + edges.stream().filter(edge -> edge.standing().differs()).count();
        return new GraphCounts(
                snapshot.roles().known(), snapshot.catalog().memberships().size(), (int) differing);
    }

    /** The nodes at most {@code hops} edges away from one, in any direction, with the edges among them; the same graph when there is no such node. */
    public AccessGraph around(String id, int hops) {
        Integer start = places.get(id);
        return start == null ? this : Neighbourhood.of(this, start, hops);
    }

    /** Members that stand for nothing but themselves drawn as bundles, until there are few enough nodes; {@code open} names bundles left open. */
    public AccessGraph folded(int most, Set<String> open) {
        return new Folding(this, most, open).fold();
    }
}
