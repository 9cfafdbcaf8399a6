package dev.plumbline.runbook.transcript;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Map<String, EntryKind> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EntryKind::word, kind -> kind));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    static Optional<EntryKind> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
