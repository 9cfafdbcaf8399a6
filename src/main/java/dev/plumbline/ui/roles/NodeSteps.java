package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.GraphLayout;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.access.graph.Spot;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where an arrow key leads: along the edges to the right and left, within the column up and down. */
final class NodeSteps {
    enum Direction {
        RIGHT,
        LEFT,
        UP,
        DOWN
    }

    private NodeSteps() {}

    static Optional<String> step(GraphLayout layout, Overlay overlay, String id, Direction direction) {
        AccessGraph graph = layout.graph();
        return graph.place(id).flatMap(from -> {
            Spot here = layout.spots().get(from);
            IntStream candidates = switch (direction) {
                case RIGHT ->
                    IntStream.of(graph.leaving(from))
                            .mapToObj(graph.edges()::get)
                            .filter(edge -> overlay.shows(edge.standing()))
                            .mapToInt(edge -> edge.to());
                case LEFT ->
                    IntStream.of(graph.entering(from))
                            .mapToObj(graph.edges()::get)
                            .filter(edge -> overlay.shows(edge.standing()))
                            .mapToInt(edge -> edge.from());
                case UP ->
                    column(layout, here)
                            .filter(place -> layout.spots().get(place).y() < here.y());
                case DOWN ->
                    column(layout, here)
                            .filter(place -> layout.spots().get(place).y() > here.y());
            };
            return candidates
                    .filter(place -> place != from
                            && overlay.shows(graph.nodes().get(place).standing()))
                    .boxed()
                    .min(Comparator.comparing((Integer place) ->
                                    Math.abs(layout.spots().get(place).y() - here.y()))
                            .thenComparing(place -> place))
                    .map(place -> graph.nodes().get(place).id());
        });
    }

    private static IntStream column(GraphLayout layout, Spot here) {
        return IntStream.range(0, layout.spots().size())
                .filter(place -> layout.spots().get(place).x() == here.x());
    }
}
