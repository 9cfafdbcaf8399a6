package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;

/** Who holds what on the database, from SHOW GRANTS (CockroachDB documentation, SHOW GRANTS). */
record CockroachDatabaseGrants(Name database) implements SubjectReader {
    @Override
    public Query query() {
        return Query.of("the database's grants", Sql.of("SHOW GRANTS ON DATABASE %I", database));
    }

    @Override
    public String gap() {
        return Gap.DATABASE + " grants";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        CockroachGrants grants = new CockroachGrants();
        rows.rows().forEach(grants::add);
        draft.databaseGrants(grants);
    }
}
