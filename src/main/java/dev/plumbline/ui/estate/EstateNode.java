package dev.plumbline.ui.estate;

import dev.plumbline.model.EstateResource;
import dev.plumbline.ui.fx.Destination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the estate tree with what stands under it. {@code key} stays the same from reading to reading. {@code count} is how many resources are
 * under it; {@code aside} is what stands at its right; {@code to} is where opening it goes, null when nowhere.
 */
record EstateNode(
        Kind kind,
        String key,
        String text,
        int count,
        String aside,
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
        return new EstateNode(Kind.NOTICE, key(parent, "!", text), text, 0, "", to, null, List.of());
    }

    static String key(String... parts) {
        return String.join(SEPARATOR, parts);
    }
}
