package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names and the server's own words as SQL. */
final class Words {
    private Words() {}

    /** Text that the server wrote as SQL: a definition, an expression, a type's name. It was read from a catalog, never from a person. */
    static Sql server(String text) {
        return new Sql(text);
    }

    static Name name(Structure thing) {
        return Name.of(thing.name().name());
    }

    static Sql qualified(StructureName name) {
        Name schema = name.schema();
        Name own = Name.of(name.name());
        return schema == null ? Sql.of("%I", own) : Sql.of("%I.%I", schema, own);
    }

    /** The relation or domain that a part belongs to. */
    static Sql parent(StructureName part) {
        return Sql.of("%I.%I", Objects.requireNonNull(part.schema()), Objects.requireNonNull(part.parent()));
    }

    /** Elements of an array as the server writes it, such as {@code {fillfactor=70,"a=b c"}}. */
    static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int at = 1; at < array.length() - 1; at++) {
            char letter = array.charAt(at);
            if (letter == '\\') {
                at++;
                element.append(array.charAt(at));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(letter);
            }
            any = true;
        }
        if (any) {
            elements.add(element.toString());
        }
        return elements;
    }

    /** Parts between commas that stand in no parentheses and no quotes. */
    static List<String> list(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                }
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '(') {
                depth++;
            } else if (letter == ')') {
                depth--;
            } else if (letter == ',' && depth == 0) {
                parts.add(text.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        String last = text.substring(begin).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    /** The length of the name that begins the text, as {@code quote_ident} writes names. */
    static int nameLength(String text) {
        if (!text.startsWith("\"")) {
            int at = 0;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return at;
        }
        int at = 1;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return at;
    }

    /** A name as {@code quote_ident} wrote it, without quotes. */
    static String bare(String quoted) {
        return quoted.startsWith("\"")
                ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
                : quoted;
    }

    /** Storage parameters as {@code WITH} and {@code SET} take them, from the server's array of them. */
    static Sql options(String array) {
        List<Sql> options = new ArrayList<>();
        for (String element : elements(array)) {
            int equals = element.indexOf('=');
            options.add(Sql.of("%s = %L", optionName(element.substring(0, equals)), element.substring(equals + 1)));
        }
        return Sql.join(", ", options);
    }

    /** An option's name may have a namespace in front, as in {@code toast.autovacuum_enabled}. */
    static Sql optionName(String word) {
        int dot = word.indexOf('.');
        return dot < 0
                ? Sql.of("%I", Name.of(word))
                : Sql.of("%I.%I", Name.of(word.substring(0, dot)), Name.of(word.substring(dot + 1)));
    }
}
