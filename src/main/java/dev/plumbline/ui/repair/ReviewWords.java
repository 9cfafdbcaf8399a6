package dev.plumbline.ui.repair;

import dev.plumbline.ui.fx.Texts;

/** What the reviewed plan is called: the repair of a declared ownership, or changes that a person staged. */
public enum ReviewWords {
    REPAIR("repair.of."),
    CHANGES("review.of.");

    private final String prefix;

    ReviewWords(String prefix) {
        this.prefix = prefix;
    }

    String get(String key, Object... arguments) {
        return Texts.get(prefix + key, arguments);
    }
}
