package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.fx.Destination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the estate tree with what stands under it. {@code key} stays the same from reading to reading. {@code count} is what is counted at the
 * right, −1 for nothing; {@code to} is where opening it goes, null when nowhere.
 */
record EstateNode(
        Kind kind,
        String key,
        String text,
        int count,
        @Nullable Destination to,
        @Nullable EstateResource resource,
        List<EstateNode> children) {
    enum Kind {
        CONTEXT,
        NAMESPACE,
        GROUP,
        RESOURCE,
        NOTICE,
        DIRECTS,
        DIRECT
    }

    private static final String SEPARATOR = "\u001f";

    EstateNode {
        children = List.copyOf(children);
    }

    static EstateNode notice(String parent, String text, @Nullable Destination to) {
        return new EstateNode(Kind.NOTICE, key(parent, "!", text), text, -1, to, null, List.of());
    }

    static String key(String... parts) {
        return String.join(SEPARATOR, parts);
    }
}
