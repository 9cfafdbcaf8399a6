package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement in its author's own words, with one type replaced where the parser says that it stands. */
public final class TypeText {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:\"\\w+\"|double\\s+precision|(?:national\\s+)?char(?:acter)?(?:\\s+varying)?|\\w+)"
                    + "(?:\\s*\\(\\s*(\\d+)\\s*\\))?(?:\\s+without\\s+time\\s+zone)?",
            Pattern.CASE_INSENSITIVE);

    private TypeText() {}

    /**
     * Nothing where the type is written with a schema, or the statement stands among others in one text.
     *
     * @param definition the {@code ColumnDef} whose type is meant
     * @param wanted the type to write; {@code (n)} in it is the number that stands in brackets, left out with its brackets where there is none
     */
    public static List<Rewrite> instead(Seen seen, Node definition, String wanted) {
        Node type = definition.plain("typeName");
        byte[] bytes = seen.statement().text().getBytes(StandardCharsets.UTF_8);
        int place = (int) type.number("location");
        if (place <= 0 || place >= bytes.length) {
            return List.of();
        }
        String before = new String(bytes, 0, place, StandardCharsets.UTF_8);
        String rest = new String(bytes, place, bytes.length - place, StandardCharsets.UTF_8);
        Matcher written = WRITTEN.matcher(rest);
        if (!written.lookingAt() || rest.startsWith(".", written.end())) {
            return List.of();
        }
        String number = written.group(1) == null ? "" : "(" + written.group(1) + ")";
        String text = before + wanted.replace("(n)", number) + rest.substring(written.end());
        return List.of(new Rewrite(List.of(new Rewrite.File(seen.where().inTransaction(), List.of(text))), ""));
    }
}
