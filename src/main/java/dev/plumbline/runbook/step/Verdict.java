package dev.plumbline.runbook.step;

import java.util.Locale;

/** What a preview says of a step. */
public enum Verdict {
    READS,
    WOULD_CHANGE,
    ALREADY_SO,
    CANNOT_TELL,
    WAITS,
    ASKS;

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
