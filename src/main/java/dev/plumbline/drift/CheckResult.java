package dev.plumbline.drift;

import java.util.List;

/**
 * A check's answer. {@code expected} and {@code actual} are short texts for a table; {@code note} is a sentence, or empty. State OK has no
 * findings that a repair would act on.
 */
public record CheckResult(
        String code,
        String title,
        String subject,
        State state,
        String expected,
        String actual,
        String note,
        List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
