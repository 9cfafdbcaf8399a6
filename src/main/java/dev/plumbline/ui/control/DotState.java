package dev.plumbline.ui.control;

import dev.plumbline.drift.State;
import dev.plumbline.drift.gate.UpgradePhase;
import dev.plumbline.ui.fx.Texts;
import java.util.Locale;

/** The states that a dot can show; each has a shape of its own besides its colour. */
public enum DotState {
    OK,
    MISSING,
    CHANGED,
    FAILED,
    BLOCKED,
    WAITING,
    UNKNOWN,
    NONE;

    public static DotState of(State state) {
        return switch (state) {
            case OK -> OK;
            case MISSING -> MISSING;
            case DRIFT, PARTIAL -> CHANGED;
            case UNKNOWN -> UNKNOWN;
            case NOT_APPLICABLE -> NONE;
        };
    }

    public static DotState of(UpgradePhase phase) {
        return switch (phase) {
            case DONE -> OK;
            case BLOCKED -> BLOCKED;
            case WAITING -> WAITING;
            case FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The state in words, for whoever cannot see the shape. */
    public String words() {
        return Texts.get("state." + word());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
