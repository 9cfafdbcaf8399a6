package dev.plumbline.ui.repair;

import dev.plumbline.plan.RunOutcome.StepOutcome;

/** How far one step of a run is; the sign tells it without colour. */
public enum StepProgress {
    NOT_STARTED("", ""),
    WAITING("·", "waiting"),
    RUNNING("▶", "running"),
    EXECUTED("✓", "executed"),
    STANDS("✓", "stands"),
    ROLLED_BACK("↺", "rolled back"),
    FAILED("✕", "failed"),
    NOT_RUN("–", "not run"),
    UNKNOWN("?", "unknown: read again");

    private final String sign;
    private final String shown;

    StepProgress(String sign, String shown) {
        this.sign = sign;
        this.shown = shown;
    }

    public String sign() {
        return sign;
    }

    public String shown() {
        return shown;
    }

    /** How the run left the step. */
    static StepProgress of(StepOutcome.State state) {
        return switch (state) {
            case STANDS -> STANDS;
            case ROLLED_BACK -> ROLLED_BACK;
            case FAILED -> FAILED;
            case NOT_RUN -> NOT_RUN;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
