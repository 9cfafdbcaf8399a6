package dev.plumbline.ui.fx;

import dev.plumbline.model.ResourceRef;
import java.util.List;

/** Where a resource is, from the widest to the narrowest. */
final class Crumbs {
    private Crumbs() {}

    static List<String> of(ResourceRef ref) {
        return ref.namespace().isEmpty()
                ? List.of(ref.context(), ref.name())
                : List.of(ref.context(), ref.namespace(), ref.name());
    }
}
