package dev.plumbline.access;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an object is called, by which it is found again in another reading: its kind, schema and name, and a routine's identity arguments, since routines of one
 * name are told apart by them. The oid is left out: an object that was dropped and made anew bears the same name.
 */
public record ObjectName(ObjectKind kind, @Nullable Name schema, String name, String arguments)
        implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::kind)
            .thenComparing(ObjectName::schema, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ObjectName::name, ByteOrder.OF_TEXT)
            .thenComparing(ObjectName::arguments, ByteOrder.OF_TEXT);

    public static ObjectName of(DatabaseObject object) {
        return new ObjectName(
                object.kind(),
                object.schema(),
                object.name(),
                object.kind() == ObjectKind.ROUTINE ? object.detail() : "");
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }
}
