package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Who owns a table, sequence or routine, and who holds what on it. */
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
                        JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(%s)
                        CROSS JOIN %s""", asked(facts), qualified(), FactText.linesOf("c.relowner", "c.relacl"));
    }

    static Sql foundRoutines(List<ObjectFact> facts) {
        return Sql.of("""
                SELECT 'object', asked.*, line FROM (VALUES
                          %s) AS asked(schema, identity, type)
                        JOIN pg_catalog.pg_proc p ON p.oid = pg_catalog.to_regprocedure(%s)
                        CROSS JOIN %s""", asked(facts), qualified(), FactText.linesOf("p.proowner", "p.proacl"));
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

    private static Sql qualified() {
        return Sql.of("'\"' || pg_catalog.replace(asked.schema, '\"', '\"\"') || '\".' || asked.identity");
    }

    private boolean isAbout(OwnedObject object) {
        return object.type() == type
                && object.schema().equals(schema)
                && object.identity().equals(identity);
    }
}
