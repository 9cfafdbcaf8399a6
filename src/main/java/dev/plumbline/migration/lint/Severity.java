package dev.plumbline.migration.lint;

/** How much a finding weighs. */
public enum Severity {
    /** The migration is refused. */
    ERROR("error"),
    WARNING("warning"),
    /** Worth knowing, harmless by itself. */
    ADVICE("advice");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
