package dev.plumbline.migration.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An instruction in a comment, such as {@code -- atlas:txmode none}. {@code line} is the one within the file, from 1. */
public record Directive(String name, String value, int line) {
    private static final Pattern FORM =
            Pattern.compile("^\\s*(?:--|#|/\\*)?\\s*atlas:(\\w+)(?: +(.+?))?\\s*(?:\\*/)?\\s*$");

    static Optional<Directive> in(String comment, int line) {
        Matcher form = FORM.matcher(comment);
        return form.matches()
                ? Optional.of(new Directive(form.group(1), form.group(2) == null ? "" : form.group(2), line))
                : Optional.empty();
    }

    /** Those of the lines of a text, the first of which has this number in the file. */
    static List<Directive> all(String text, int firstLine) {
        List<Directive> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            in(lines.get(index), firstLine + index).ifPresent(found::add);
        }
        return found;
    }

    /** Whether a text of comments holds words that are no instruction. */
    static boolean hasOtherWords(String comments) {
        return comments.lines()
                .anyMatch(line -> !line.replaceAll("[-#/*\\s]+", "").isEmpty()
                        && in(line, 1).isEmpty());
    }

    /** The words of the value, in order. */
    public List<String> words() {
        return value.isBlank() ? List.of() : List.of(value.strip().split("[\\s,]+"));
    }
}
