package dev.plumbline.access.graph;

import dev.plumbline.model.Visible;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of the drawing. {@code id} is the same in every reading. {@code name} is as stored, {@code detail} is safe to show. {@code roles} are the
 * numbers of {@link dev.plumbline.model.RoleIndex} it stands for: one, several for a bundle, none for a target or a role that is only declared.
 */
public record GraphNode(
        String id,
        NodeKind kind,
        String name,
        String detail,
        boolean superuser,
        List<Integer> roles,
        @Nullable GraphTarget target,
        Standing standing) {
    public GraphNode {
        roles = List.copyOf(roles);
    }

    /** The name for screens, deceiving characters escaped, in quotes when a blank begins or ends it. */
    public String shown() {
        String text = Visible.text(name);
        return text.strip().equals(text) ? text : "“" + text + "”";
    }

    public Lane lane() {
        return kind.lane();
    }

    GraphNode standing(Standing now) {
        return new GraphNode(id, kind, name, detail, superuser, roles, target, now);
    }
}
