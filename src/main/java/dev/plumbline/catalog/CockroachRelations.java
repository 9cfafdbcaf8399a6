package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables, views and sequences in scope with their grants, one row per grant, from {@code pg_class} and information_schema. */
record CockroachRelations(List<Name> schemas, List<Name> owners) implements SubjectReader {
    @Override
    public Query query() {
        return Query.of(
                "the tables and sequences",
                Sql.of(
                        "SELECT c.oid, CASE WHEN c.relkind = 'S' THEN 'S' ELSE 'r' END AS type, n.nspname AS schema,"
                                + " c.relname AS name, pg_catalog.pg_get_userbyid(c.relowner) AS owner,"
                                + " p.grantee, p.privilege_type, p.is_grantable"
                                + " FROM pg_catalog.pg_class AS c"
                                + " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
                                + " LEFT JOIN information_schema.table_privileges AS p"
                                + " ON p.table_schema = n.nspname AND p.table_name = c.relname"
                                + " AND p.table_catalog = current_database()"
                                + " WHERE c.relkind IN ('r', 'v', 'm', 'S') AND n.nspname IN (%s)"
                                + " AND pg_catalog.pg_get_userbyid(c.relowner) IN (%s)"
                                + " ORDER BY n.nspname, c.relname, p.grantee, p.privilege_type",
                        CockroachGrants.literals(schemas), CockroachGrants.literals(owners)));
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are tables and sequences";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.objects(objects(rows, CockroachRelations::relation));
    }

    private static OwnedObject relation(Rows.Row row, CockroachGrants grants) {
        Name schema = row.name("schema");
        Name name = row.name("name");
        Name owner = row.name("owner");
        return new OwnedObject(
                row.number("oid"),
                ObjectType.ofLetter(row.text("type").charAt(0)),
                schema,
                Sql.of("%I", name),
                schema.shown() + "." + name.shown(),
                owner,
                grants.items(owner));
    }

    /** Rows of one oid are one object. */
    static List<OwnedObject> objects(Rows rows, Maker maker) {
        Map<String, Rows.Row> first = new LinkedHashMap<>();
        Map<String, CockroachGrants> grants = new LinkedHashMap<>();
        for (Rows.Row row : rows.rows()) {
            first.putIfAbsent(row.text("oid"), row);
            grants.computeIfAbsent(row.text("oid"), key -> new CockroachGrants())
                    .add(row);
        }
        return first.entrySet().stream()
                .map(entry -> maker.make(entry.getValue(), grants.getOrDefault(entry.getKey(), new CockroachGrants())))
                .toList();
    }

    @FunctionalInterface
    interface Maker {
        OwnedObject make(Rows.Row row, CockroachGrants grants);
    }
}
