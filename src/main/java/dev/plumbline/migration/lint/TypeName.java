package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * A type as a statement names it. {@code name} is the server's own word, such as {@code int4} for INTEGER; {@code modifiers} are the numbers in brackets; the schema is left out when it
 * is {@code pg_catalog}.
 */
public record TypeName(String schema, String name, List<Long> modifiers, boolean isArray) {
    public TypeName {
        modifiers = List.copyOf(modifiers);
    }

    /** Of a {@code TypeName} node. */
    public static TypeName of(Node node) {
        List<String> names = node.texts("names");
        String schema = names.size() > 1 ? names.get(names.size() - 2) : "";
        return new TypeName(
                schema.equals("pg_catalog") ? "" : schema,
                names.isEmpty() ? "" : names.get(names.size() - 1),
                node.nodes("typmods").stream()
                        .filter(each -> each.is("A_Const"))
                        .map(each -> each.plain("ival").number("ival"))
                        .toList(),
                !node.nodes("arrayBounds").isEmpty());
    }

    /** Whether it is one of these types of the server itself, and no array. */
    public boolean isOneOf(String... wanted) {
        return !isArray && schema.isEmpty() && List.of(wanted).contains(name);
    }

    public boolean isSerial() {
        return isOneOf("serial", "serial4", "bigserial", "serial8", "smallserial", "serial2");
    }

    /** With every name quoted. */
    Sql sql() {
        Sql written = schema.isEmpty() ? Sql.of("%I", Name.of(name)) : Sql.of("%I.%I", Name.of(schema), Name.of(name));
        if (!modifiers.isEmpty()) {
            Sql numbers = new Sql(
                    String.join(", ", modifiers.stream().map(String::valueOf).toList()));
            written = Sql.of("%s(%s)", written, numbers);
        }
        return isArray ? Sql.of("%s[]", written) : written;
    }

    public String shown() {
        String brackets = modifiers.isEmpty()
                ? ""
                : "("
                        + String.join(
                                ", ", modifiers.stream().map(String::valueOf).toList()) + ")";
        return (schema.isEmpty() ? "" : schema + ".") + name + brackets + (isArray ? "[]" : "");
    }
}
