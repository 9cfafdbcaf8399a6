package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import org.jspecify.annotations.Nullable;

/** Extensions that the server could install now: one that is trusted and one that is not; null where there is none to try. */
public record ExtensionChoice(
        @Nullable Name trusted, @Nullable Name untrusted) {
    public static final ExtensionChoice NONE = new ExtensionChoice(null, null);
}
