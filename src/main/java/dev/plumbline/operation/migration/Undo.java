package dev.plumbline.operation.migration;

import java.util.Optional;

/**
 * What of the last migrations is to be undone.
 *
 * @param steps how many, from the last; counts where no version is named
 * @param to the version that stays, with everything that was run before it
 */
public record Undo(int steps, Optional<String> to) {
    public static final Undo LAST = new Undo(1, Optional.empty());

    public static Undo to(String version) {
        return new Undo(0, Optional.of(version));
    }
}
