package dev.plumbline.plan;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Who owns the connected database, and who holds what on it. */
record DatabaseFact() implements StateFact {
    @Override
    public String subject() {
        return "owner and grants of the database";
    }

    @Override
    public Sql query(ServerVersion version) {
        return Sql.of(
                "SELECT line FROM pg_catalog.pg_database d CROSS JOIN LATERAL (SELECT %s UNION ALL SELECT 'built-in'"
                        + " WHERE d.datacl IS NULL UNION ALL SELECT %s FROM pg_catalog.aclexplode(d.datacl) item)"
                        + " AS lines(line) WHERE d.datname = pg_catalog.current_database()",
                FactText.ownerSql("d.datdba"), FactText.aclSql());
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        List<String> lines = new ArrayList<>(FactText.acl(snapshot.database().acl()));
        lines.add(FactText.owner(snapshot.database().owner()));
        return lines;
    }
}
