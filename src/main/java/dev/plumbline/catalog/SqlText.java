package dev.plumbline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a query, from the {@code .sql} file beside this class; {@code acl_marks(column)} in it stands for what acl_marks.sql says, and
 * {@code digit_marks(column)} for the same asked only where a role's name is a number.
 */
public final class SqlText {
    private static final Pattern ACL_MARKS = Pattern.compile("acl_marks\\((\\w+\\.\\w+)\\)");
    private static final Pattern DIGIT_MARKS = Pattern.compile("digit_marks\\((\\w+\\.\\w+)\\)");

    private SqlText() {}

    public static String of(String file) {
        return expanded(ACL_MARKS, "acl_marks.sql", expanded(DIGIT_MARKS, "digit_marks.sql", read(file)));
    }

    private static String expanded(Pattern call, String file, String text) {
        return call.matcher(text)
                .replaceAll(column -> Matcher.quoteReplacement(read(file).replace(":acl", column.group(1))));
    }

    private static String read(String file) {
        try (InputStream stream = SqlText.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the query " + file + " is not part of this program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
