package dev.plumbline.cli.output;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code -o} asks for, in lower case on the command line. */
public enum OutputFormat {
    TEXT,
    JSON,
    SQL,
    MARKDOWN,
    SARIF,
    CSV,
    DOT,
    MERMAID,
    SVG;

    public static final Set<OutputFormat> USUAL = Set.of(TEXT, JSON);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static String words(Set<OutputFormat> formats) {
        return Stream.of(values())
                .filter(formats::contains)
                .map(OutputFormat::word)
                .collect(Collectors.joining(", "));
    }

    /** A command that can answer in more, or fewer, than the usual formats. */
    public interface Chosen {
        Set<OutputFormat> formats();
    }
}
