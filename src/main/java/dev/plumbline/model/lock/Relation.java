package dev.plumbline.model.lock;

import dev.plumbline.model.Name;

/** Something that can be locked, with {@code pg_class.relkind} as its kind. */
public record Relation(Name schema, Name name, char kind) implements Comparable<Relation> {
    private static final char INDEX = 'i';
    private static final char SEQUENCE = 'S';
    private static final char PARTITIONED_INDEX = 'I';

    public boolean isIndex() {
        return kind == INDEX || kind == PARTITIONED_INDEX;
    }

    public boolean isSequence() {
        return kind == SEQUENCE;
    }

    public String shown() {
        return schema.shown() + "." + name.shown();
    }

    @Override
    public int compareTo(Relation other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }
}
