package dev.plumbline.drift;

import java.util.List;

/**
 * A check's answer. {@code verdict} is a few words for a badge ({@code 6 of 9 present}); {@code expected} and {@code actual} are short texts
 * for a table; {@code note} is a sentence or more, or empty. State OK has no findings that a repair would act on.
 */
public record CheckResult(
        String code,
        String title,
        String subject,
        State state,
        String verdict,
        String expected,
        String actual,
        String note,
        List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** A result whose verdict is its state's own word. */
    public CheckResult(
            String code,
            String title,
            String subject,
            State state,
            String expected,
            String actual,
            String note,
            List<Finding> findings) {
        this(code, title, subject, state, state.shown(), expected, actual, note, findings);
    }
}
