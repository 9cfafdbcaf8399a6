package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Who owns a table, sequence or routine, and who holds what on it. They are looked up by their names in the catalog: {@code to_regclass} and its like ask for USAGE on the
 * schema, which a login may be about to borrow.
 */
record ObjectFact(ObjectType type, Name schema, Sql identity) implements StateFact {
    static ObjectFact of(OwnedObject object) {
        return new ObjectFact(object.type(), object.schema(), object.identity());
    }

    @Override
    public Key key() {
        return new Key("object", schema.text(), identity.text(), String.valueOf(type.letter()));
    }

    boolean isRoutine() {
        return type == ObjectType.FUNCTIONS;
    }

    static Sql foundRelations(List<ObjectFact> facts) {
        return Sql.of("""
                SELECT 'object', asked.*, line FROM (VALUES
                          %s) AS asked(schema, identity, type)
                        JOIN pg_catalog.pg_namespace n ON n.nspname = asked.schema
                        JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = pg_catalog.replace(
                             pg_catalog.substr(asked.identity, 2, pg_catalog.length(asked.identity) - 2), '""', '"')
                        CROSS JOIN %s""", asked(facts), FactText.linesOf("c.relowner", "c.relacl"));
    }

    static Sql foundRoutines(List<ObjectFact> facts) {
        return Sql.of("""
                SELECT 'object', asked.*, line FROM (VALUES
                          %s) AS asked(schema, identity, type)
                        JOIN pg_catalog.pg_namespace n ON n.nspname = asked.schema
                        JOIN pg_catalog.pg_proc p ON p.pronamespace = n.oid AND asked.identity =
                             '"' || pg_catalog.replace(p.proname::text, '"', '""') || '"(' || pg_catalog.array_to_string(
                             ARRAY(SELECT pg_catalog.format_type(argument.type, NULL)
                             FROM ROWS FROM (pg_catalog.unnest(p.proargtypes)) WITH ORDINALITY AS argument (type, place)
                             ORDER BY argument.place), ', ') || ')'
                        CROSS JOIN %s""", asked(facts), FactText.linesOf("p.proowner", "p.proacl"));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.objects().stream().filter(this::isAbout).forEach(object -> {
            lines.add(FactText.owner(object.owner()));
            lines.addAll(FactText.acl(object.acl()));
        });
        return lines;
    }

    private static Sql asked(List<ObjectFact> facts) {
        List<Sql> rows = facts.stream()
                .map(StateFact::key)
                .map(key -> Sql.of("(%L, %L, %L)", key.name(), key.of(), key.place()))
                .toList();
        return Sql.join(",\n          ", rows);
    }

    private boolean isAbout(OwnedObject object) {
        return object.type() == type
                && object.schema().equals(schema)
                && object.identity().equals(identity);
    }
}
