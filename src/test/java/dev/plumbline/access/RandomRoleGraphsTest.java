package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.AccessScope;
import dev.plumbline.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Role graphs by chance, 35 on each major: who is a member of whom, and what that comes to on tables and a schema, is what the server says. */
class RandomRoleGraphsTest {
    private static final int GRAPHS = Integer.getInteger("plumbline.graphs", 35);
    private static final int ROLES = 14;
    private static final int TABLES = 3;
    private static final List<String> PREDEFINED =
            List.of("pg_read_all_data", "pg_write_all_data", "pg_monitor", "pg_read_all_stats", "pg_maintain");
    private static final List<String> PRIVILEGES =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "ALL");

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyRandomGraphIsAsTheServerSays(int major) throws SQLException {
        TestPostgres server = TestPostgres.apart(major);
        int cells = 0;
        try {
            server.execute("postgres", "CREATE DATABASE graphs TEMPLATE template0");
            for (int seed = 1; seed <= GRAPHS; seed++) {
                build(server, new Random(seed), major);
                List<String> said = server.query("graphs", question(major));
                List<String> ours = ListedCells.of(ListedCells.read(server, "graphs", AccessScope.EVERY_CELL)).stream()
                        .filter(RandomRoleGraphsTest::isAsked)
                        .toList();
                assertThat(said).hasSizeGreaterThan(ROLES * ROLES);
                assertThat(ours).as("PostgreSQL " + major + ", seed " + seed).containsExactlyInAnyOrderElementsOf(said);
                cells += said.size();
            }
        } finally {
            server.stop();
        }
        System.out.println(
                "[graphs] PostgreSQL " + major + ": " + GRAPHS + " random role graphs, " + cells + " cells, 0 differ");
    }

    private static boolean isAsked(String cell) {
        String[] fields = cell.split("\\|", -1);
        boolean kind = fields[0].equals("role")
                || (fields[0].equals("relation") || fields[0].equals("schema")) && fields[1].equals("ledger");
        return kind && fields[5].equals("f");
    }

    private static void build(TestPostgres server, Random random, int major) throws SQLException {
        try (Connection connection = server.connect("graphs");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS ledger CASCADE");
            for (String role : server.query("graphs", "SELECT quote_ident(rolname) FROM pg_roles WHERE oid >= 16384")) {
                statement.execute("REASSIGN OWNED BY " + role + " TO postgres");
                statement.execute("DROP OWNED BY " + role);
                statement.execute("DROP ROLE " + role);
            }
            for (String sql : statements(random, major)) {
                attempt(statement, sql);
            }
        }
    }

    /** What the server refuses, such as a circle or a grant by who may not, leaves no trace and is part of the game. */
    private static void attempt(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            statement.execute("RESET ROLE");
        }
    }

    private static List<String> statements(Random random, int major) {
        List<String> all = new ArrayList<>();
        for (int role = 0; role < ROLES; role++) {
            all.add("CREATE ROLE r" + role + (random.nextInt(3) == 0 ? " NOINHERIT" : "")
                    + (random.nextInt(12) == 0 ? " SUPERUSER" : "") + (random.nextInt(4) == 0 ? " CREATEROLE" : ""));
        }
        for (int edge = 0; edge < 2 * ROLES; edge++) {
            String group = random.nextInt(8) == 0 ? one(random, PREDEFINED) : role(random);
            actingAs(all, random, "GRANT " + group + " TO " + role(random) + options(random, major));
        }
        all.add("ALTER DATABASE graphs OWNER TO " + role(random));
        all.add("CREATE SCHEMA ledger AUTHORIZATION "
                + (major >= 14 && random.nextInt(5) == 0 ? "pg_database_owner" : role(random)));
        for (int table = 0; table < TABLES; table++) {
            all.add("CREATE TABLE ledger.t" + table + " (id int)");
            all.add("ALTER TABLE ledger.t" + table + " OWNER TO " + role(random));
        }
        for (int grant = 0; grant < 4 * TABLES; grant++) {
            boolean schema = random.nextInt(5) == 0;
            String on = schema ? "SCHEMA ledger" : "ledger.t" + random.nextInt(TABLES);
            String what = schema ? one(random, List.of("USAGE", "CREATE", "ALL")) : one(random, PRIVILEGES);
            String to = random.nextInt(6) == 0 ? "PUBLIC" : role(random);
            boolean take = random.nextInt(4) == 0;
            actingAs(
                    all,
                    random,
                    (take ? "REVOKE " : "GRANT ") + what + " ON " + on + (take ? " FROM " : " TO ") + to
                            + (!take && random.nextInt(3) == 0 ? " WITH GRANT OPTION" : ""));
        }
        return all;
    }

    private static void actingAs(List<String> all, Random random, String sql) {
        if (random.nextInt(3) == 0) {
            all.add("SET ROLE " + role(random));
        }
        all.add(sql);
        all.add("RESET ROLE");
    }

    private static String options(Random random, int major) {
        if (major < 16) {
            return random.nextInt(3) == 0 ? " WITH ADMIN OPTION" : "";
        }
        return " WITH ADMIN " + (random.nextInt(3) == 0) + ", INHERIT " + random.nextBoolean() + ", SET "
                + random.nextBoolean();
    }

    private static String role(Random random) {
        return "r" + random.nextInt(ROLES);
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String question(int major) {
        String onTables = "SELECT INSERT UPDATE DELETE TRUNCATE REFERENCES TRIGGER" + (major >= 17 ? " MAINTAIN" : "");
        String onRoles = "MEMBER,USAGE,MEMBER WITH ADMIN OPTION" + (major >= 16 ? ",SET" : "");
        return """
                SELECT concat_ws('|', 'relation', 'ledger', c.relname, c.relkind::text, r.rolname, 'f', p,
                           has_table_privilege(r.oid, c.oid, p)::int + 2 * has_table_privilege(r.oid, c.oid, p || ' WITH GRANT OPTION')::int)
                  FROM pg_class c, pg_roles r, unnest(string_to_array('%s', ' ')) p
                 WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r'
                UNION ALL
                SELECT concat_ws('|', 'schema', 'ledger', 'ledger', '', r.rolname, 'f', p,
                           has_schema_privilege(r.oid, n.oid, p)::int + 2 * has_schema_privilege(r.oid, n.oid, p || ' WITH GRANT OPTION')::int)
                  FROM pg_namespace n, pg_roles r, unnest(ARRAY['CREATE', 'USAGE']) p WHERE n.nspname = 'ledger'
                UNION ALL
                SELECT concat_ws('|', 'role', '', g.rolname, '', r.rolname, 'f', p, pg_has_role(r.oid, g.oid, p)::int)
                  FROM pg_roles g, pg_roles r, unnest(string_to_array('%s', ',')) p""".formatted(onTables, onRoles);
    }
}
