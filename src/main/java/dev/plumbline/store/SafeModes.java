package dev.plumbline.store;

import dev.plumbline.model.SafeMode;

/** The safe mode of each context; what nobody chose, or cannot be understood, is the careful middle: confirm each change. */
public record SafeModes(Settings settings) {
    private static final String PREFIX = "safe-mode.";

    public SafeMode of(String context) {
        String word = settings.get(PREFIX + context).orElse("");
        for (SafeMode mode : SafeMode.values()) {
            if (mode.name().equals(word)) {
                return mode;
            }
        }
        return SafeMode.CONFIRM;
    }

    public void choose(String context, SafeMode mode) {
        settings.put(PREFIX + context, mode.name());
    }
}
