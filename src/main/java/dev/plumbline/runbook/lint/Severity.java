package dev.plumbline.runbook.lint;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** It does not do what it says, or does harm. */
    ERROR,
    /** It may fail, or nobody would know that it did. */
    WARNING,
    ADVICE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
