package dev.plumbline.access;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import java.util.regex.Pattern;

/** An object as a text by which {@link ObjectLookup} finds it again: {@code ledger.entries}, {@code schema:ledger}, {@code "Odd name".t}. */
public final class ObjectText {
    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_$]*");

    private ObjectText() {}

    public static String of(DatabaseObject object) {
        StringBuilder text = new StringBuilder();
        if (object.kind() != ObjectKind.RELATION) {
            text.append(object.kind().word()).append(':');
        }
        Name schema = object.schema();
        if (schema != null && object.kind() != ObjectKind.SCHEMA) {
            text.append(part(schema.text())).append('.');
        }
        text.append(part(object.name()));
        if (object.kind() == ObjectKind.ROUTINE) {
            text.append('(').append(object.detail()).append(')');
        }
        return text.toString();
    }

    private static String part(String name) {
        return BARE.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
