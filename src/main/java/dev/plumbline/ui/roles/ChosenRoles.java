package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.Found;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.PathSearch;
import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;

/** The ways between two chosen nodes that are roles. */
final class ChosenRoles {
    private ChosenRoles() {}

    static Optional<Found> between(AccessGraph graph, List<String> chosen) {
        List<Name> names = chosen.stream()
                .flatMap(id -> graph.place(id).stream())
                .map(graph.nodes()::get)
                .flatMap(node -> nameOf(graph, node).stream())
                .toList();
        return names.size() == 2
                ? Optional.of(PathSearch.eitherWay(graph, names.get(0), names.get(1)))
                : Optional.empty();
    }

    private static Optional<Name> nameOf(AccessGraph graph, GraphNode node) {
        return !node.kind().isBundle()
                        && node.roles().size() == 1
                        && graph.snapshot().roles().isKnown(node.roles().get(0))
                ? Optional.of(graph.snapshot().roles().role(node.roles().get(0)).name())
                : Optional.empty();
    }
}
