package dev.plumbline.access.why;

/** The verdict of a question. */
public enum Outcome {
    ALLOWED("ALLOWED"),
    ROWS_FILTERED("ALLOWED, ROWS FILTERED"),
    AFTER_SET_ROLE("ALLOWED AFTER SET ROLE"),
    DENIED("DENIED"),
    UNKNOWN("CANNOT TELL");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
