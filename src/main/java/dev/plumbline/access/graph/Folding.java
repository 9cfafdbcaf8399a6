package dev.plumbline.access.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws members of a role as one bundle. Logins that nobody is a member of and that own nothing are folded first, where a role has more of them than
 * {@value #SEEN_ONE_BY_ONE}, then wherever there are two; while there are still too many nodes, owners by the schema of what they own, and
 * groups whose members are all folded into the bundle of their own role. A role in several groups goes to the one that would fold most.
 */
final class Folding {
    private static final int SEEN_ONE_BY_ONE = 12;
    private final AccessGraph graph;
    private final int most;
    private final Set<String> open;
    /** For each node the bundle's place it went into, or itself. */
    private final int[] into;

    private final Map<String, Integer> firstOf = new HashMap<>();
    private final List<List<Integer>> bundles = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final Map<Integer, Integer> bundleOfHead = new HashMap<>();

    Folding(AccessGraph graph, int most, Set<String> open) {
        this.graph = graph;
        this.most = most;
        this.open = open;
        this.into = new int[graph.nodes().size()];
        Arrays.fill(into, -1);
    }

    AccessGraph fold() {
        int left = pass(NodeKind.LOGIN, SEEN_ONE_BY_ONE);
        if (left > most) {
            left = pass(NodeKind.LOGIN, 1);
        }
        if (left > most) {
            left = pass(NodeKind.OWNER, 1);
        }
        for (int before = left + 1; left > most && left < before; ) {
            before = left;
            left = pass(NodeKind.GROUP, 0);
        }
        return bundles.isEmpty() ? graph : FoldedGraph.of(graph, into, bundles, heads);
    }

    private int pass(NodeKind kind, int unless) {
        Map<Integer, Integer> sizes = new HashMap<>();
        List<Integer> leaves = new ArrayList<>();
        for (int place = 0; place < into.length; place++) {
            if (isLeaf(place, kind)) {
                leaves.add(place);
                parents(place).forEach(parent -> sizes.merge(parent, 1, Integer::sum));
            }
        }
        Map<Integer, List<Integer>> byHead = new TreeMap<>();
        for (int leaf : leaves) {
            int head = kind == NodeKind.OWNER
                    ? firstOwned(leaf)
                    : parents(leaf).stream()
                            .max(java.util.Comparator.comparing((Integer parent) -> sizes.getOrDefault(parent, 0))
                                    .thenComparing(java.util.Comparator.reverseOrder()))
                            .orElse(-1);
            if (head >= 0 || kind == NodeKind.LOGIN) {
                byHead.computeIfAbsent(head, parent -> new ArrayList<>()).add(leaf);
            }
        }
        byHead.forEach((head, members) -> {
            boolean enough = members.size() > unless || bundleOf(head) >= 0;
            if (enough && !open.contains(idOf(graph, head))) {
                members.forEach(member -> put(member, head, /* withTheirs= */ kind == NodeKind.GROUP));
            }
        });
        return graph.nodes().size()
                - folded()
                + (int) bundles.stream().filter(list -> !list.isEmpty()).count();
    }

    static String idOf(AccessGraph graph, int head) {
        if (head < 0) {
            return "members";
        }
        GraphTarget target = graph.nodes().get(head).target();
        return target != null
                ? "owners:" + target.schema()
                : "members:" + graph.nodes().get(head).id();
    }

    /** The first node of the schema of the first thing that a role owns, the database aside; -1 for none. */
    private int firstOwned(int place) {
        for (int edge : graph.leaving(place)) {
            GraphTarget target = graph.to(graph.edges().get(edge)).target();
            if (graph.edges().get(edge).kind() == EdgeKind.OWNERSHIP
                    && target != null
                    && target.type() != TargetType.DATABASE) {
                return firstOf.computeIfAbsent(target.schema(), this::firstIn);
            }
        }
        return -1;
    }

    private int firstIn(String schema) {
        for (int place = 0; place < into.length; place++) {
            GraphTarget target = graph.nodes().get(place).target();
            if (target != null && target.schema().equals(schema)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isLeaf(int place, NodeKind kind) {
        GraphNode node = graph.nodes().get(place);
        if (into[place] >= 0 || node.kind() != kind || node.superuser() || node.standing() != Standing.LIVE) {
            return false;
        }
        return Arrays.stream(graph.entering(place))
                .allMatch(edge -> into[graph.edges().get(edge).from()] >= 0);
    }

    private List<Integer> parents(int place) {
        List<Integer> parents = new ArrayList<>();
        for (int edge : graph.leaving(place)) {
            int to = graph.edges().get(edge).to();
            if (graph.edges().get(edge).kind() == EdgeKind.MEMBERSHIP && into[to] < 0) {
                parents.add(to);
            }
        }
        return parents;
    }

    private int bundleOf(int head) {
        return bundleOfHead.getOrDefault(head, -1);
    }

    /** {@code withTheirs}: the members of the member that were folded already join the same bundle. */
    private void put(int member, int head, boolean withTheirs) {
        int bundle = bundleOf(head);
        if (bundle < 0) {
            bundle = bundles.size();
            bundles.add(new ArrayList<>());
            heads.add(head);
            bundleOfHead.put(head, bundle);
        }
        join(member, bundle);
        int own = bundleOf(member);
        if (withTheirs && own >= 0) {
            for (int each : List.copyOf(bundles.get(own))) {
                join(each, bundle);
            }
            bundles.get(own).clear();
        }
    }

    private void join(int member, int bundle) {
        into[member] = bundle;
        bundles.get(bundle).add(member);
    }

    private int folded() {
        return (int) Arrays.stream(into).filter(bundle -> bundle >= 0).count();
    }
}
