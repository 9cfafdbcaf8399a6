package dev.plumbline.model;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL text. The only way to put a name or a value into one is a template whose text is a compile-time constant:
 * {@code %I} takes a {@link Name} and quotes it always, {@code %L} takes a String and writes a literal that reads the same under
 * every {@code standard_conforming_strings}, {@code %s} takes another {@code Sql}. As PostgreSQL's own {@code format()}, manual 9.4.1.
 */
public record Sql(String text) {
    /** Only for text that {@code Sql} itself made, such as a plan read back from a file whose digest was checked. */
    public Sql {
        if (text.isBlank()) {
            throw new IllegalArgumentException("SQL text is empty");
        }
    }

    public static Sql of(@CompileTimeConstant String template, Object... values) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int next = 0;
        int at = 0;
        for (int mark = template.indexOf('%'); mark >= 0; mark = template.indexOf('%', at)) {
            text.append(template, at, mark);
            char kind = template.charAt(mark + 1);
            if (kind == '%') {
                text.append('%');
            } else {
                text.append(render(kind, values[next++]));
            }
            at = mark + 2;
        }
        if (next != values.length) {
            throw new IllegalArgumentException("template takes " + next + " values, " + values.length + " given");
        }
        return new Sql(text.append(template, at, template.length()).toString());
    }

    public static Sql join(@CompileTimeConstant String between, List<Sql> parts) {
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(between)));
    }

    private static String render(char kind, Object value) {
        if (kind == 'I' && value instanceof Name name) {
            return quoted(name);
        }
        if (kind == 'L' && value instanceof String literal) {
            return quotedLiteral(literal);
        }
        if (kind == 's' && value instanceof Sql sql) {
            return sql.text;
        }
        throw new IllegalArgumentException(
                "%" + kind + " cannot take a " + value.getClass().getSimpleName());
    }

    /** The name in double quotes, always. */
    public static String quoted(Name name) {
        return '"' + name.text().replace("\"", "\"\"") + '"';
    }

    /** A string literal as {@code quote_literal()} writes it. */
    public static String quotedLiteral(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new RefusedName(value, "holds a NUL, which no server can store");
        }
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? '\'' + doubled + '\'' : " E'" + doubled.replace("\\", "\\\\") + '\'';
    }

    @Override
    public String toString() {
        return text;
    }
}
