package dev.plumbline.runbook.run;

import java.util.Locale;

/** How far a step is. */
public enum StepStatus {
    PENDING,
    /** Of a way that was not chosen, or of one that nobody has chosen yet. */
    NOT_CHOSEN,
    PREVIEWED,
    RUNNING,
    /** The console ended while it ran: whether it took effect is asked before it is run again. */
    INTERRUPTED,
    FAILED,
    /** It ran; what was to verify it did not hold, or nothing verifies it. */
    NOT_VERIFIED,
    VERIFIED,
    SKIPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the next one may go on. */
    public boolean isBehind() {
        return this == VERIFIED || this == SKIPPED || this == NOT_CHOSEN;
    }
}
