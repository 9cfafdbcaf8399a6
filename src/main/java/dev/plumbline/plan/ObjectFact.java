package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Who owns a table, sequence or routine, and who holds what on it. */
record ObjectFact(ObjectType type, Name schema, Sql identity, String shown) implements StateFact {
    static ObjectFact of(OwnedObject object) {
        return new ObjectFact(object.type(), object.schema(), object.identity(), object.shown());
    }

    @Override
    public String subject() {
        return "owner and grants of " + shown;
    }

    @Override
    public Sql query(ServerVersion version) {
        String qualified = Sql.of("%I.%s", schema, identity).text();
        return type == ObjectType.FUNCTIONS
                ? Sql.of(
                        "SELECT line FROM pg_catalog.pg_proc p CROSS JOIN LATERAL (SELECT %s UNION ALL SELECT 'built-in'"
                                + " WHERE p.proacl IS NULL UNION ALL SELECT %s FROM pg_catalog.aclexplode(p.proacl) item)"
                                + " AS lines(line) WHERE p.oid = pg_catalog.to_regprocedure(%L)",
                        FactText.ownerSql("p.proowner"), FactText.aclSql(), qualified)
                : Sql.of(
                        "SELECT line FROM pg_catalog.pg_class c CROSS JOIN LATERAL (SELECT %s UNION ALL SELECT 'built-in'"
                                + " WHERE c.relacl IS NULL UNION ALL SELECT %s FROM pg_catalog.aclexplode(c.relacl) item)"
                                + " AS lines(line) WHERE c.oid = pg_catalog.to_regclass(%L)",
                        FactText.ownerSql("c.relowner"), FactText.aclSql(), qualified);
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

    private boolean isAbout(OwnedObject object) {
        return object.type() == type
                && object.schema().equals(schema)
                && object.identity().equals(identity);
    }
}
