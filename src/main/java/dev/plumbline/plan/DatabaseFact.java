package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** Who owns the connected database, and who holds what on it. */
record DatabaseFact() implements StateFact {
    @Override
    public Key key() {
        return new Key("database", "", "", "");
    }

    static Sql found() {
        return Sql.of(
                "SELECT 'database', '', '', '', line FROM pg_catalog.pg_database d\n        CROSS JOIN %s\n"
                        + "        WHERE d.datname = pg_catalog.current_database()",
                FactText.linesOf("d.datdba", "d.datacl"));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        List<String> lines = new ArrayList<>(FactText.acl(snapshot.database().acl()));
        lines.add(FactText.owner(snapshot.database().owner()));
        return lines;
    }
}
