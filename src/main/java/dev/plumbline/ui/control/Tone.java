package dev.plumbline.ui.control;

import java.util.Locale;

/** What a badge's colour means. */
public enum Tone {
    NEUTRAL,
    ACCENT,
    OK,
    WARNING,
    DANGER;

    String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
