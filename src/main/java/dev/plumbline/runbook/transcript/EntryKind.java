package dev.plumbline.runbook.transcript;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    private static final EntryKind[] ALL = values();
    private static final byte[][] WORDS =
            Arrays.stream(ALL).map(kind -> ByteText.mark(kind.word)).toArray(byte[][]::new);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    /** Null for another word. */
    static @Nullable EntryKind ofWord(byte[] text, int from, int to) {
        int at = 0;
        while (at < ALL.length && !Arrays.equals(WORDS[at], 0, WORDS[at].length, text, from, to)) {
            at++;
        }
        return at < ALL.length ? ALL[at] : null;
    }
}
