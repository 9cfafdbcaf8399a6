package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.OtherObject;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owns a column's table, a type, a language or another thing asked for by itself, and who holds what on it. */
record OtherFact(
        ObjectKind kind,
        @Nullable Name schema,
        Name name,
        @Nullable Name column) implements StateFact {
    static OtherFact of(OtherObject object) {
        return new OtherFact(object.kind(), object.schema(), object.name(), object.column());
    }

    @Override
    public Key key() {
        return new Key(
                kind.word(), schema == null ? "" : schema.text(), name.text(), column == null ? "" : column.text());
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.others().stream().filter(other -> of(other).equals(this)).forEach(other -> {
            lines.add(FactText.owner(other.owner()));
            lines.addAll(FactText.acl(other.acl()));
        });
        return lines;
    }

    /** A query for each kind. */
    static List<Sql> found(List<OtherFact> facts) {
        Map<ObjectKind, List<Sql>> asked = new EnumMap<>(ObjectKind.class);
        for (OtherFact fact : facts) {
            Key key = fact.key();
            asked.computeIfAbsent(fact.kind, kind -> new ArrayList<>())
                    .add(Sql.of("(%L, %L, %L, %L)", key.kind(), key.name(), key.of(), key.place()));
        }
        List<Sql> queries = new ArrayList<>();
        asked.forEach((kind, rows) -> queries.add(Sql.of("""
                SELECT asked.*, line FROM (VALUES
                          %s) AS asked(kind, name, of, place)
                        %s""", Sql.join(",\n          ", rows), source(kind))));
        return queries;
    }

    private static Sql source(ObjectKind kind) {
        return switch (kind) {
            case COLUMN -> Sql.of("""
                    JOIN pg_catalog.pg_namespace n ON n.nspname = asked.name
                        JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = asked.of
                        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = asked.place
                             AND NOT a.attisdropped
                        CROSS JOIN %s""", FactText.linesOf("c.relowner", "a.attacl"));
            case TYPE -> Sql.of("""
                    JOIN pg_catalog.pg_namespace n ON n.nspname = asked.name
                        JOIN pg_catalog.pg_type t ON t.typnamespace = n.oid AND t.typname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("t.typowner", "t.typacl"));
            case LANGUAGE -> Sql.of("""
                    JOIN pg_catalog.pg_language l ON l.lanname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("l.lanowner", "l.lanacl"));
            case FOREIGN_DATA_WRAPPER -> Sql.of("""
                    JOIN pg_catalog.pg_foreign_data_wrapper w ON w.fdwname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("w.fdwowner", "w.fdwacl"));
            case FOREIGN_SERVER -> Sql.of("""
                    JOIN pg_catalog.pg_foreign_server s ON s.srvname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("s.srvowner", "s.srvacl"));
            case TABLESPACE -> Sql.of("""
                    JOIN pg_catalog.pg_tablespace s ON s.spcname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("s.spcowner", "s.spcacl"));
            case LARGE_OBJECT -> Sql.of("""
                    JOIN pg_catalog.pg_largeobject_metadata m ON m.oid::text = asked.of
                        CROSS JOIN %s""", FactText.linesOf("m.lomowner", "m.lomacl"));
            case PARAMETER -> Sql.of("""
                    LEFT JOIN pg_catalog.pg_parameter_acl p ON p.parname = asked.of
                        CROSS JOIN %s""", FactText.linesOf("10", "p.paracl"));
            case RELATION, SEQUENCE, SCHEMA, ROUTINE, DATABASE ->
                throw new IllegalArgumentException("has a fact of its own: " + kind);
        };
    }
}
