package dev.plumbline.runbook.document;

import java.util.Locale;
import java.util.Optional;

/** What a step does to the world, weakest first. An author may raise the class of a block, never lower it. */
public enum StepClass {
    /** Looks, and changes nothing. */
    READ,
    /** Does it and takes it back, or has the server judge it without doing it. */
    DRY_RUN,
    /** Waits until something is so. */
    WAIT,
    /** A person decides, approves, or does something that no program here does. */
    HUMAN,
    CHANGE,
    /** What it takes away does not come back by itself. */
    DESTRUCTIVE;

    /** As it is written: {@code dry-run}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean changes() {
        return compareTo(CHANGE) >= 0;
    }

    public StepClass or(StepClass other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public static Optional<StepClass> ofWord(String word) {
        for (StepClass each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
