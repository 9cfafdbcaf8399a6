package dev.plumbline.runbook.transcript;

import java.util.Locale;
import java.util.Optional;

/** What an entry of a transcript tells. The words are what the file holds; they never change. */
public enum EntryKind {
    BEGUN,
    RESUMED,
    INPUT,
    PREVIEWED,
    APPROVED,
    STARTED,
    RAN,
    VERIFIED,
    NOT_VERIFIED,
    FAILED,
    INTERRUPTED,
    SKIPPED,
    DECIDED,
    NOTED,
    STOPPED,
    PAUSED,
    ABORTED,
    /** The end of a run in which every step was only looked at. */
    DRY_RUN,
    FINISHED,
    TORN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EntryKind> ofWord(String word) {
        for (EntryKind each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
