package dev.plumbline.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code -o} asks for, in lower case on the command line. */
enum OutputFormat {
    TEXT,
    JSON,
    SQL,
    MARKDOWN,
    SARIF,
    CSV,
    DOT,
    MERMAID,
    SVG;

    static final Set<OutputFormat> USUAL = Set.of(TEXT, JSON);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words(Set<OutputFormat> formats) {
        return Stream.of(values())
                .filter(formats::contains)
                .map(OutputFormat::word)
                .collect(Collectors.joining(", "));
    }

    /** A command that can answer in more, or fewer, than the usual formats. */
    interface Chosen {
        Set<OutputFormat> formats();
    }
}
