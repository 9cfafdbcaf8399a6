package dev.plumbline.catalog;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** User-defined functions in scope with their grants, one row per grant, from {@code pg_proc} and information_schema. */
record CockroachRoutines(List<Name> schemas, List<Name> owners) implements SubjectReader {
    @Override
    public Query query() {
        return Query.of(
                "the functions",
                Sql.of(
                        "SELECT p.oid, n.nspname AS schema, p.proname AS name,"
                                + " pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,"
                                + " pg_catalog.pg_get_userbyid(p.proowner) AS owner,"
                                + " g.grantee, g.privilege_type, g.is_grantable"
                                + " FROM pg_catalog.pg_proc AS p"
                                + " JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace"
                                + " LEFT JOIN information_schema.role_routine_grants AS g"
                                + " ON g.routine_schema = n.nspname AND g.routine_name = p.proname"
                                + " AND g.routine_catalog = current_database()"
                                + " WHERE n.nspname IN (%s) AND pg_catalog.pg_get_userbyid(p.proowner) IN (%s)"
                                + " ORDER BY n.nspname, p.proname, p.oid, g.grantee, g.privilege_type",
                        CockroachGrants.literals(schemas), CockroachGrants.literals(owners)));
    }

    @Override
    public String gap() {
        return Gap.OBJECTS + " that are functions";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        draft.objects(CockroachRelations.objects(rows, CockroachRoutines::routine));
    }

    private static OwnedObject routine(Rows.Row row, CockroachGrants grants) {
        Name schema = row.name("schema");
        Name name = row.name("name");
        Name owner = row.name("owner");
        String arguments = row.text("arguments");
        return new OwnedObject(
                row.number("oid"),
                ObjectType.FUNCTIONS,
                schema,
                new Sql(Sql.quoted(name) + "(" + arguments + ")"),
                schema.shown() + "." + name.shown() + "(" + Visible.text(arguments) + ")",
                owner,
                grants.items(owner));
    }
}
