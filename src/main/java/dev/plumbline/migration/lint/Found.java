package dev.plumbline.migration.lint;

import java.util.List;

/**
 * What a rule says about a statement.
 *
 * @param about the object that is meant, as a person reads it
 * @param message what happens, in one sentence
 * @param advice what to do instead, in one sentence
 * @param rewrites what to write instead, ready to be taken; empty where no text can be given
 */
public record Found(String about, String message, String advice, List<Rewrite> rewrites) {
    public Found {
        rewrites = List.copyOf(rewrites);
    }

    public Found(String about, String message, String advice) {
        this(about, message, advice, List.of());
    }

    public Found instead(Rewrite rewrite) {
        return new Found(about, message, advice, List.of(rewrite));
    }
}
