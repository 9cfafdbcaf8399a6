package dev.plumbline.catalog;

import dev.plumbline.testing.TestPostgres;
import java.util.List;

/** What the server answers to plain questions, one by one, in the words in which the test puts a snapshot. */
final class SeparateAnswers {
    private static final String SYSTEM_SCHEMAS = "nspname !~ '^pg_(toast|temp_|toast_temp_)'";
    private final TestPostgres server;
    private final CatalogFixture fixture;

    SeparateAnswers(TestPostgres server, CatalogFixture fixture) {
        this.server = server;
        this.fixture = fixture;
    }

    String identity() {
        return ask("SELECT current_setting('server_version_num') || '|' || system_identifier || '|' || inet_server_port()"
                        + " || '|' || (SELECT oid FROM pg_database WHERE datname = current_database()) || '|' || session_user"
                        + " FROM pg_control_system()")
                .get(0);
    }

    String databaseRow() {
        return ask("SELECT datname || '|' || rolname || '|' || datconnlimit || '|' || pg_encoding_to_char(encoding) || '|' ||"
                        + " datcollate FROM pg_database JOIN pg_roles r ON r.oid = datdba WHERE datname = current_database()")
                .get(0);
    }

    List<String> roles() {
        return ask(
                "SELECT oid || '|' || rolname || '|' || left(rolsuper::text, 1) || left(rolinherit::text, 1)"
                        + " || left(rolcreaterole::text, 1) || left(rolcreatedb::text, 1) || left(rolcanlogin::text, 1)"
                        + " || left(rolreplication::text, 1) || left(rolbypassrls::text, 1) || '|' || rolconnlimit || '|' ||"
                        + " coalesce(CASE rolvaliduntil WHEN 'infinity' THEN 'infinity' ELSE to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS+00') END, 'null') FROM pg_roles ORDER BY rolname COLLATE \"C\"");
    }

    List<String> memberships() {
        String options = server.major() >= 16
                ? "left(m.inherit_option::text, 1) || left(m.set_option::text, 1)"
                : "left(u.rolinherit::text, 1) || 't'";
        return ask("SELECT r.rolname || '|' || u.rolname || '|' || coalesce(g.rolname, 'null') || '|' ||"
                + " left(m.admin_option::text, 1) || " + options
                + " FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member"
                + " LEFT JOIN pg_roles g ON g.oid = m.grantor"
                + " ORDER BY r.rolname COLLATE \"C\", u.rolname COLLATE \"C\", g.rolname COLLATE \"C\"");
    }

    List<String> schemas() {
        return ask(
                "SELECT n.oid || '|' || nspname || '|' || rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = nspowner"
                        + " WHERE " + SYSTEM_SCHEMAS + " ORDER BY nspname COLLATE \"C\"");
    }

    List<String> objects() {
        return ask("SELECT line FROM (SELECT o.oid || '|' || kind || '|' || nspname || '|' || rolname AS line FROM ("
                        + relationsAndRoutines()
                        + ") o JOIN pg_namespace n ON n.oid = o.schema JOIN pg_roles r ON r.oid = o.owner"
                        + " WHERE " + inScope() + ") x")
                .stream()
                .sorted()
                .toList();
    }

    List<String> acls() {
        return ask(
                "SELECT what || ': ' || coalesce(e.rolname, 'null') || '<' || r.rolname || ' ' || a.privilege_type || ' ' ||"
                        + " a.is_grantable FROM (SELECT 'database' AS what, datacl AS acl FROM pg_database WHERE datname = current_database()"
                        + " UNION ALL SELECT 'schema ' || oid, nspacl FROM pg_namespace WHERE " + SYSTEM_SCHEMAS
                        + " UNION ALL SELECT 'object ' || o.oid, acl FROM (" + relationsAndRoutines()
                        + ") o JOIN pg_namespace n ON n.oid = o.schema JOIN pg_roles r ON r.oid = o.owner WHERE "
                        + inScope()
                        + " UNION ALL SELECT 'default ' || r.rolname || ' ' || coalesce(n.nspname, 'null') || ' ' || defaclobjtype::text, defaclacl"
                        + " FROM pg_default_acl JOIN pg_roles r ON r.oid = defaclrole LEFT JOIN pg_namespace n ON n.oid = defaclnamespace"
                        + ") x, aclexplode(x.acl) a LEFT JOIN pg_roles e ON e.oid = a.grantee JOIN pg_roles r ON r.oid = a.grantor");
    }

    private static String relationsAndRoutines() {
        return "SELECT oid, CASE relkind WHEN 'S' THEN 'S' ELSE 'r' END AS kind, relnamespace AS schema, relowner AS owner,"
                + " relacl AS acl FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')"
                + " UNION ALL SELECT oid, 'f', pronamespace, proowner, proacl FROM pg_proc";
    }

    private String inScope() {
        return "nspname IN ('public', 'ledger') AND rolname IN ('" + fixture.role("owner") + "', '"
                + fixture.role("app") + "')";
    }

    private List<String> ask(String sql) {
        return server.query(fixture.database(), sql);
    }
}
