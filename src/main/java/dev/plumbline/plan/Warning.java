package dev.plumbline.plan;

import java.util.Locale;

/** A named risk of one step and what it means there. A {@code blocking} one keeps the step back until it is allowed by itself. */
public record Warning(String name, boolean blocking, String message) {
    /** Of a step that changes nothing: told like a risk, and none. */
    public static final String ONLY_READS = "ONLY_READS";

    public boolean isRisk() {
        return !name.equals(ONLY_READS);
    }

    /** The name in words. */
    public String words() {
        return isCode() ? name : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the name alone tells nothing, such as {@code PG303}. */
    public boolean isCode() {
        return name.matches("[A-Z]{2}[0-9]{3}");
    }

    /** As a comment of a script says it. */
    public String shown() {
        return (blocking ? "[HAZARD " : "[ADVISORY ") + name + "] " + message;
    }
}
