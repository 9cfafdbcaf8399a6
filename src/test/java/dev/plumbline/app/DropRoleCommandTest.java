package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a role can be dropped, as the command says it, against what the server answers to DROP ROLE: one prepared situation after the other, really dropped. */
class DropRoleCommandTest {
    private static final String NOW = "now";
    private static final String AFTER = "after_steps";
    private static final String NOT_BY = "not_by_this_login";
    private static final String CANNOT_TELL = "cannot_tell";

    @TempDir
    private Path home;

    /**
     * @param login who asks and drops: the superuser, or a role that the statements make
     * @param here statements in the database that is connected to, by the superuser: $r is the role, $o another, $d and $e the two databases
     * @param there the same in the other database
     */
    private record Situation(String name, String login, String verdict, List<String> here, List<String> there) {
        static Situation of(String name, String verdict, String... here) {
            return new Situation(name, "postgres", verdict, List.of(here), List.of());
        }
    }

    private static List<Situation> situations(int major) {
        String admin = "CREATE ROLE $o_admin LOGIN CREATEROLE PASSWORD 'test-superuser'";
        boolean options = major >= 16;
        List<Situation> all = new ArrayList<>(List.of(
                Situation.of("nothing depends", NOW),
                Situation.of("member and group", NOW, "GRANT $o TO $r", "CREATE ROLE $o_m", "GRANT $r TO $o_m"),
                Situation.of(
                        "settings",
                        NOW,
                        "ALTER ROLE $r SET work_mem = '8MB'",
                        "ALTER ROLE $r IN DATABASE $e SET search_path = 'a b', public"),
                Situation.of("owns a table", AFTER, "CREATE TABLE t (id serial)", "ALTER TABLE t OWNER TO $r"),
                new Situation(
                        "owns a table elsewhere",
                        "postgres",
                        AFTER,
                        List.of(),
                        List.of("CREATE TABLE t (id int)", "ALTER TABLE t OWNER TO $r")),
                Situation.of(
                        "owns a schema with things of others",
                        AFTER,
                        "CREATE SCHEMA s AUTHORIZATION $r",
                        "CREATE TABLE s.t (id int)",
                        "CREATE OPERATOR s.=== (leftarg = int, rightarg = int, function = int4eq)",
                        "ALTER OPERATOR s.=== (int, int) OWNER TO $r"),
                Situation.of("owns the other database", AFTER, "ALTER DATABASE $e OWNER TO $r"),
                Situation.of("privilege on a table", AFTER, "CREATE TABLE t (id int)", "GRANT SELECT ON t TO $r"),
                Situation.of("privilege on a column", AFTER, "CREATE TABLE t (id int)", "GRANT SELECT (id) ON t TO $r"),
                Situation.of("privilege on a type", AFTER, "CREATE DOMAIN d AS int", "GRANT USAGE ON TYPE d TO $r"),
                Situation.of("privilege on the other database", AFTER, "GRANT CONNECT ON DATABASE $e TO $r"),
                Situation.of("privilege on a tablespace", AFTER, "GRANT CREATE ON TABLESPACE pg_default TO $r"),
                Situation.of(
                        "granted on",
                        AFTER,
                        "CREATE TABLE t (id int)",
                        "GRANT SELECT ON t TO $r WITH GRANT OPTION",
                        "SET ROLE $r",
                        "GRANT SELECT ON t TO $o",
                        "RESET ROLE"),
                Situation.of(
                        "default privileges of what it creates",
                        AFTER,
                        "ALTER DEFAULT PRIVILEGES FOR ROLE $r GRANT SELECT ON TABLES TO $o"),
                Situation.of(
                        "default privileges that name it",
                        AFTER,
                        "ALTER DEFAULT PRIVILEGES FOR ROLE $o IN SCHEMA public GRANT SELECT ON TABLES TO $r"),
                Situation.of(
                        "a policy names it",
                        AFTER,
                        "CREATE TABLE t (id int)",
                        "CREATE POLICY p ON t TO $r, $o USING (true)"),
                new Situation(
                        "a user mapping elsewhere",
                        "postgres",
                        AFTER,
                        List.of(),
                        List.of(
                                "CREATE FOREIGN DATA WRAPPER w",
                                "CREATE SERVER s FOREIGN DATA WRAPPER w",
                                "CREATE USER MAPPING FOR $r SERVER s")),
                Situation.of(
                        "granted a membership",
                        options ? AFTER : NOW,
                        "GRANT $o TO $r WITH ADMIN OPTION",
                        "CREATE ROLE $o_m",
                        "SET ROLE $r",
                        "GRANT $o TO $o_m",
                        "RESET ROLE"),
                Situation.of("owns a large object", AFTER, "SELECT lo_create(9)", "ALTER LARGE OBJECT 9 OWNER TO $r"),
                new Situation(
                        "asked by an administrator without a grant of it",
                        "$o_admin",
                        options ? NOT_BY : NOW,
                        List.of(admin),
                        List.of()),
                new Situation(
                        "asked by an administrator who has ADMIN on it",
                        "$o_admin",
                        NOW,
                        List.of(admin, "GRANT $r TO $o_admin WITH ADMIN OPTION"),
                        List.of()),
                new Situation(
                        "owns a table and holds a privilege, asked by an administrator",
                        "$o_admin",
                        AFTER,
                        List.of(
                                admin,
                                "GRANT $r TO $o_admin WITH ADMIN OPTION",
                                "CREATE TABLE t (id int)",
                                "ALTER TABLE t OWNER TO $r",
                                "CREATE TABLE other (id int)",
                                "GRANT SELECT ON other TO $r"),
                        List.of()),
                new Situation(
                        "a superuser's role, asked by an administrator",
                        "$o_admin",
                        NOT_BY,
                        List.of(admin, "GRANT $r TO $o_admin WITH ADMIN OPTION", "ALTER ROLE $r SUPERUSER"),
                        List.of()),
                new Situation(
                        "owns a table where the login may not connect",
                        "$o_admin",
                        CANNOT_TELL,
                        List.of(
                                admin,
                                "GRANT $r TO $o_admin WITH ADMIN OPTION",
                                "REVOKE CONNECT ON DATABASE $e FROM PUBLIC"),
                        List.of("CREATE TABLE t (id int)", "ALTER TABLE t OWNER TO $r")),
                new Situation(
                        "owns a table where nobody may connect",
                        "postgres",
                        CANNOT_TELL,
                        List.of(),
                        List.of(
                                "CREATE TABLE t (id int)",
                                "ALTER TABLE t OWNER TO $r",
                                "UPDATE pg_database SET datallowconn = false WHERE datname = '$e'"))));
        if (major >= 15) {
            all.add(Situation.of("privilege on a parameter", AFTER, "GRANT SET ON PARAMETER work_mem TO $r"));
        }
        return all;
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theVerdictIsTheServersAnswer(int major) throws Exception {
        TestPostgres server = TestPostgres.apart(major);
        Map<String, Integer> verdicts = new TreeMap<>();
        try {
            int number = 0;
            for (Situation situation : situations(major)) {
                String verdict = judge(server, situation, ++number);
                verdicts.merge(verdict, 1, Integer::sum);
            }
        } finally {
            server.stop();
        }
        assertThat(verdicts.keySet()).containsExactlyInAnyOrder(NOW, AFTER, NOT_BY, CANNOT_TELL);
        System.out.println("[drop-role] PostgreSQL " + major + ": " + verdicts + ", each as the server answered");
    }

    private String judge(TestPostgres server, Situation situation, int number) throws Exception {
        String here = server.freshDatabase("here");
        String there = server.freshDatabase("there");
        String role = "\"role " + number + "\"";
        List<String> setup = new ArrayList<>(List.of("CREATE ROLE " + role, "CREATE ROLE o" + number));
        situation.here().forEach(sql -> setup.add(filled(sql, role, number, here, there)));
        server.execute(here, setup.toArray(String[]::new));
        server.execute(
                there,
                situation.there().stream()
                        .map(sql -> filled(sql, role, number, here, there))
                        .toArray(String[]::new));
        String login = filled(situation.login(), role, number, here, there);
        String name = "role " + number;

        Called asked = call(server, here, login, "drop-role", name, "--dry-run", "-o", "json");
        assertThat(asked.code()).as(situation.name() + asked.err()).isZero();
        JsonNode drop = new ObjectMapper().readTree(asked.out()).get("drop");
        String verdict = drop.get("verdict").asText();
        assertThat(verdict).as(situation.name() + " " + asked.out()).isEqualTo(situation.verdict());

        if (verdict.equals(CANNOT_TELL)) {
            assertThat(drop.get("obstacles").toString())
                    .as("how many of which kind is known though no name is")
                    .contains("1 relation");
            assertThat(drop.get("unknown")).isNotEmpty();
        }
        String refusal = tryDrop(server, here, login, role);
        assertThat(refusal.isEmpty()).as(situation.name() + ": " + refusal).isEqualTo(verdict.equals(NOW));
        if (verdict.equals(AFTER)) {
            assertThat(drop.get("obstacles")).as(situation.name()).isNotEmpty();
            for (JsonNode step : drop.get("steps")) {
                boolean asks = step.get("why").asText().contains("a superuser has to run it");
                String who = asks ? server.superuser() : login;
                run(server, step.get("database").asText(), who, step.get("sql").asText());
            }
            JsonNode again = new ObjectMapper()
                    .readTree(call(server, here, login, "drop-role", name, "--dry-run", "-o", "json")
                            .out());
            assertThat(again.get("drop").get("verdict").asText())
                    .as(situation.name() + " after its steps")
                    .isEqualTo(NOW);
        }
        if (verdict.equals(AFTER) || verdict.equals(NOW)) {
            Called dropped = call(server, here, login, "drop-role", name, "--allow-destructive");
            assertThat(dropped.code())
                    .as(situation.name() + dropped.out() + dropped.err())
                    .isZero();
            assertThat(dropped.out()).contains("Done, and verified by reading again.");
            assertThat(server.query(here, "SELECT count(*) FROM pg_roles WHERE rolname = '" + name + "'"))
                    .containsExactly("0");
        } else {
            assertThat(call(server, here, login, "drop-role", name, "--allow-destructive")
                            .code())
                    .as(situation.name())
                    .isEqualTo(4);
        }
        return verdict;
    }

    private Called call(TestPostgres server, String database, String login, String... words) {
        List<String> arguments = new ArrayList<>(List.of("access"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--dsn",
                "postgresql://" + login + ":" + TestPostgres.password().reveal() + "@" + server.host() + ":"
                        + server.port() + "/" + database + "?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    /** The server's refusal of DROP ROLE, rolled back; empty when it would drop it. */
    private static String tryDrop(TestPostgres server, String database, String login, String role) throws SQLException {
        try (Connection connection = server.connect(database, login, TestPostgres.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("DROP ROLE " + role);
                return "";
            } catch (SQLException refused) {
                return String.valueOf(refused.getMessage());
            } finally {
                connection.rollback();
            }
        }
    }

    private static void run(TestPostgres server, String database, String login, String sql) throws SQLException {
        try (Connection connection = server.connect(database, login, TestPostgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String filled(String sql, String role, int number, String here, String there) {
        return sql.replace("$r", role)
                .replace("$o", "o" + number)
                .replace("$d", here)
                .replace("$e", there);
    }
}
