package dev.plumbline.access.preflight;

/** May the role? What could not be read makes it CANNOT_TELL, never NO; each has a sign besides its word. */
public enum Answer {
    YES("●", "yes"),
    NO("▲", "no"),
    CANNOT_TELL("?", "cannot tell");

    private final String sign;
    private final String word;

    Answer(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }
}
