package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Elapsed;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How states and classes of steps look, and are told to who cannot see it. */
final class StepWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private StepWords() {}

    static String sign(StepStatus status) {
        return switch (status) {
            case PENDING -> "○";
            case NOT_CHOSEN -> "–";
            case PREVIEWED -> "◎";
            case RUNNING -> "▶";
            case INTERRUPTED -> "‖";
            case FAILED -> "✕";
            case NOT_VERIFIED -> "▲";
            case VERIFIED -> "✓";
            case SKIPPED -> "↷";
        };
    }

    static String word(StepStatus status) {
        return Texts.get("runbook.state." + status.name());
    }

    /** Of a run that is not open here nobody knows whether what was begun still runs. */
    static String word(RunPage page, StepStatus status) {
        return status == StepStatus.RUNNING && !page.isOpen() ? Texts.get("runbook.state.begun") : word(status);
    }

    static String style(StepStatus status) {
        return "step-" + status.word().replace(' ', '-');
    }

    static String took(StepState step) {
        return step.took().map(time -> Elapsed.words(time.toMillis())).orElse("");
    }

    static Badge badge(StepClass of) {
        return new Badge(
                of.word(),
                switch (of) {
                    case READ, DRY_RUN -> Tone.NEUTRAL;
                    case WAIT, HUMAN -> Tone.ACCENT;
                    case CHANGE -> Tone.WARNING;
                    case DESTRUCTIVE -> Tone.DANGER;
                });
    }

    /** The time of day, UTC. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at) + " UTC";
    }
}
