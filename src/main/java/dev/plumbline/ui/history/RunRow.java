package dev.plumbline.ui.history;

import dev.plumbline.model.Visible;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.ui.control.Tone;

/** One run as the list shows it; every text is safe to show. */
public record RunRow(HistoryRun run) {
    public String id() {
        return run.id();
    }

    public String begun() {
        return Timestamps.utc(run.begunAt());
    }

    public String by() {
        return Visible.text(run.by());
    }

    public String target() {
        return Visible.text(run.target());
    }

    public String digest() {
        String digest = run.planDigest();
        return digest.length() < 8 ? digest : digest.substring(0, 4) + " " + digest.substring(4, 8);
    }

    public int statements() {
        return run.statements();
    }

    public boolean finished() {
        return run.finished();
    }

    /** How it ended, in the journal's word. */
    public String outcome() {
        return finished() ? Visible.text(run.outcome()) : "unfinished";
    }

    /** What to do about a run that never ended; empty for one that did. */
    public String next() {
        return Visible.text(run.next());
    }

    public Tone tone() {
        if (!finished()) {
            return Tone.WARNING;
        }
        return switch (run.outcome().toUpperCase(java.util.Locale.ROOT)) {
            case "VERIFIED" -> Tone.OK;
            case "FAILED", "UNKNOWN" -> Tone.DANGER;
            case "REFUSED", "CANCELLED", "ROLLED_BACK" -> Tone.NEUTRAL;
            default -> Tone.WARNING;
        };
    }
}
