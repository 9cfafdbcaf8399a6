package dev.plumbline.runbook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable where it is used, {@code ${name}} or {@code ${name:form}}. In SQL the form says how the value is written: without one as a string literal, {@code identifier} as a quoted name,
 * {@code table} as {@code "schema"."table"}, {@code number} as a number. Elsewhere the value stands as it is.
 */
public record Placeholder(String name, String form, int from, int to, int line) {
    public static final List<String> FORMS = List.of("literal", "identifier", "table", "number");
    private static final Pattern PATTERN = Pattern.compile("\\$\\{([^}:\\s]*)(?::([^}\\s]*))?\\}");

    /** All of a text, {@code line} counted from 1. */
    public static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(text);
        int line = 1;
        int at = 0;
        while (matcher.find()) {
            for (; at < matcher.start(); at++) {
                if (text.charAt(at) == '\n') {
                    line++;
                }
            }
            String form = matcher.group(2) == null ? "" : matcher.group(2);
            found.add(new Placeholder(matcher.group(1), form, matcher.start(), matcher.end(), line));
        }
        return found;
    }
}
