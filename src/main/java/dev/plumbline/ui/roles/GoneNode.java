package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.Inspection;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a chosen node that the next reading does not hold any more. One that is only out of view, folded or beyond the focus, is not gone. */
final class GoneNode {
    private GoneNode() {}

    static Optional<Inspection> between(@Nullable Drawing before, Drawing now, String id) {
        if (before == null || now.whole().place(id).isPresent()) {
            return Optional.empty();
        }
        return before.whole()
                .place(id)
                .map(place -> before.whole().nodes().get(place))
                .map(GraphNode::shown)
                .map(name -> new Inspection(name, Texts.get("roles.gone"), List.of()));
    }
}
