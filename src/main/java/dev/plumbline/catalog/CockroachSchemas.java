package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Schema;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas with their grants, one row per grant, from {@code pg_namespace} and {@code information_schema.schema_privileges}. */
record CockroachSchemas() implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the schemas", SqlText.of("cockroach_schemas.sql"), List.of());
    }

    @Override
    public String gap() {
        return Gap.SCHEMAS;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        Map<Name, Rows.Row> first = new LinkedHashMap<>();
        Map<Name, CockroachGrants> grants = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            Name name = row.name("name");
            first.putIfAbsent(name, row);
            grants.computeIfAbsent(name, key -> new CockroachGrants()).add(row);
        }
        List<Schema> schemas = new ArrayList<>();
        first.forEach((name, row) -> {
            Name owner = row.name("owner");
            CockroachGrants held = grants.getOrDefault(name, new CockroachGrants());
            schemas.add(new Schema(row.number("oid"), name, owner, held.items(owner)));
        });
        draft.schemas(schemas);
    }
}
