package dev.plumbline.ui.why;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Gate;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;

/** Verdicts and gates as signs, words and tones: none is told by its colour alone. */
public final class VerdictWords {
    private VerdictWords() {}

    public static String sign(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "✓";
            case ROWS_FILTERED -> "◐";
            case AFTER_SET_ROLE -> "→";
            case DENIED -> "✕";
            case UNKNOWN -> "?";
        };
    }

    public static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> Tone.OK;
            case ROWS_FILTERED, UNKNOWN -> Tone.WARNING;
            case AFTER_SET_ROLE -> Tone.ACCENT;
            case DENIED -> Tone.DANGER;
        };
    }

    /** {@code → ALLOWED AFTER SET ROLE billing_owner}; of several roles the first, and how many more. */
    static String badge(Answer answer) {
        int roles = answer.setRoles().size();
        String after = roles == 0
                ? ""
                : " " + answer.setRoles().get(0) + (roles == 1 ? "" : " " + Texts.get("why.more", roles - 1));
        return sign(answer.outcome()) + "  " + answer.outcome().word() + after;
    }

    static String sign(Gate.State state) {
        return switch (state) {
            case PASS -> "✓";
            case FAIL -> "✕";
            case NOTE -> "▸";
            case UNKNOWN -> "?";
        };
    }

    static String state(Gate.State state) {
        return Texts.get("why.gate." + state.name());
    }

    static String server(Answer answer) {
        return switch (answer.serverSays()) {
            case "yes" -> Texts.get("why.server.yes");
            case "no" -> Texts.get("why.server.no");
            default -> Texts.get("why.server.silent");
        };
    }
}
