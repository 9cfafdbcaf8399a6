package dev.plumbline.model;

/**
 * Which column, type, language or other thing beside tables, sequences, functions and schemas is meant: by its kind and oid ({@code pg_type.oid} and so on), for a
 * column the oid of its relation and its number. A parameter has a row only while something is granted on it, so it is known by its {@code name}, which is empty for
 * all others.
 */
public record ObjectKey(ObjectKind kind, long oid, int column, String name) {
    public static ObjectKey column(long relation, int number) {
        return new ObjectKey(ObjectKind.COLUMN, relation, number, "");
    }

    public static ObjectKey parameter(String name) {
        return new ObjectKey(ObjectKind.PARAMETER, 0, 0, name);
    }

    public static ObjectKey of(ObjectKind kind, long oid) {
        return new ObjectKey(kind, oid, 0, "");
    }

    /** The key of an object that is none of a snapshot's own lists. */
    public static ObjectKey of(DatabaseObject object) {
        return object.kind() == ObjectKind.PARAMETER ? parameter(object.name()) : of(object.kind(), object.oid());
    }
}
