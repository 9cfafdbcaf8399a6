package dev.plumbline.access.graph;

import dev.plumbline.access.Link;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.model.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The nodes and edges of one graph that stay lit, while they are gathered. */
final class Lights {
    private final AccessGraph graph;
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> edges = new HashSet<>();

    Lights(AccessGraph graph) {
        this.graph = graph;
    }

    void node(int place) {
        nodes.add(graph.nodes().get(place).id());
    }

    void role(int number) {
        graph.placeOfRole(number).ifPresent(this::node);
    }

    Optional<Integer> placeOf(Name role) {
        Integer number = graph.snapshot().roles().of(role);
        return number == null ? graph.place("role:" + role.text()) : graph.placeOfRole(number);
    }

    void path(MembershipPath path) {
        for (Link link : path.links()) {
            Optional<Integer> from = placeOf(link.member());
            Optional<Integer> to = placeOf(link.role());
            from.ifPresent(this::node);
            to.ifPresent(this::node);
            if (from.isPresent() && to.isPresent()) {
                edgesBetween(from.get(), to.get());
            }
        }
    }

    void edgesBetween(int from, int to) {
        for (int edge : graph.leaving(from)) {
            if (graph.edges().get(edge).to() == to) {
                edges.add(graph.edges().get(edge).id());
            }
        }
    }

    /** Lights every edge whose both ends are lit. */
    void edgesAmong() {
        for (GraphEdge edge : graph.edges()) {
            if (nodes.contains(graph.from(edge).id())
                    && nodes.contains(graph.to(edge).id())) {
                edges.add(edge.id());
            }
        }
    }

    /** Keeps what the others light as well. */
    void narrow(Lights others) {
        nodes.retainAll(others.nodes);
        edges.clear();
    }

    int size() {
        return nodes.size();
    }

    Found found(List<MembershipPath> paths, String words) {
        return new Found(false, nodes, edges, paths, words);
    }
}
