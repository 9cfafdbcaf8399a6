package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.Schema;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Who owns a schema, and who holds what on it. */
record SchemaFact(Name schema) implements StateFact {
    @Override
    public Key key() {
        return new Key("schema", schema.text(), "", "");
    }

    static Sql found(List<SchemaFact> facts) {
        List<Sql> names =
                facts.stream().map(fact -> Sql.of("%L", fact.schema.text())).toList();
        return Sql.of(
                "SELECT 'schema', n.nspname::text, '', '', line FROM pg_catalog.pg_namespace n\n        CROSS JOIN %s\n"
                        + "        WHERE n.nspname IN (%s)",
                FactText.linesOf("n.nspowner", "n.nspacl"), Sql.join(", ", names));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        return snapshot.schema(schema).map(SchemaFact::lines).orElse(List.of());
    }

    private static List<String> lines(Schema found) {
        List<String> lines = new ArrayList<>(FactText.acl(found.acl()));
        lines.add(FactText.owner(found.owner()));
        return lines;
    }
}
