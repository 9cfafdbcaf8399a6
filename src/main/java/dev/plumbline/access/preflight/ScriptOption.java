package dev.plumbline.access.preflight;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The page's three options and its read-only role, each mended, and the grants that are missing and nothing else. */
public enum ScriptOption {
    SUPERUSER("Option 1: superuser"),
    SCHEMA_OWNER("Option 2: schema owner"),
    GRANULAR("Option 3: granular grants"),
    READ_ONLY("Read-only role for CI canaries"),
    LEAST("Least privilege: exactly what is missing");

    private final String title;

    ScriptOption(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ScriptOption> ofWord(String word) {
        return Stream.of(values())
                .filter(option -> option.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
