package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Every command of the access side on a database that sets traps for whoever inspects it, and on a clean twin: no trap is sprung, and what is told of their common
 * schema is the same.
 */
@Timeout(240)
class HostileAccessTest {
    private static final String[] CONTENT = {
        "CREATE SCHEMA ledger AUTHORIZATION clerk",
        "SET ROLE clerk",
        "CREATE TABLE ledger.entries (id serial, note text)",
        "CREATE TABLE ledger.guarded (id int)",
        "ALTER TABLE ledger.guarded ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON ledger.guarded FOR SELECT TO app USING (id > 0)",
        "CREATE VIEW ledger.shown AS SELECT id FROM ledger.entries",
        "CREATE FUNCTION ledger.post(amount int) RETURNS int SECURITY DEFINER LANGUAGE sql AS 'SELECT 1'",
        "CREATE TYPE ledger.kind AS ENUM ('x')",
        "GRANT USAGE ON SCHEMA ledger TO app",
        "GRANT SELECT, UPDATE ON ledger.entries TO app WITH GRANT OPTION",
        "GRANT INSERT (note) ON ledger.entries TO PUBLIC",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT SELECT ON TABLES TO app",
        "RESET ROLE",
    };

    @TempDir
    Path home;

    private final TestPostgres server = TestPostgres.apart(18);

    @Test
    void noTrapIsSprungAndTheTwinSaysTheSame() throws Exception {
        try {
            build();
            List<String[]> same = List.of(
                    words("privileges", "--schema", "ledger"),
                    words("privileges", "--schema", "ledger", "--all", "-o", "json"),
                    words("privileges", "--schema", "ledger", "--role", "app", "--compare", "public"),
                    words("why", "app", "SELECT", "ledger.entries"),
                    words("why", "app", "DELETE", "ledger.entries"),
                    words("why", "app", "SELECT", "ledger.guarded"),
                    words("why", "app", "SELECT", "ledger.shown"),
                    words("why", "app", "EXECUTE", "ledger.post(integer)"),
                    words("why", "app", "INSERT", "ledger.entries", "--column", "note"),
                    words("next", "--creator", "clerk", "--schema", "ledger", "--type", "tables", "--prove"),
                    words("next", "--creator", "clerk", "--schema", "ledger", "--type", "functions", "--prove"),
                    words("access", "grant", "DELETE", "ledger.entries", "app", "--dry-run", "--prove"),
                    words("access", "own", "ledger.entries", "app", "--dry-run", "--prove"),
                    words("access", "revoke", "UPDATE", "ledger.entries", "app", "--dry-run", "--prove"),
                    words("access", "join", "clerk", "app", "--dry-run"));
            for (String[] command : same) {
                Called trapped = called("trapdb", "inspector", command);
                Called clean = called("twindb", "inspector", command);
                assertThat(trapsSprung()).as(String.join(" ", command)).isEmpty();
                assertThat(trapped.code()).as(trapped.out() + trapped.err()).isEqualTo(clean.code());
                assertThat(trapped.code()).as(trapped.err()).isZero();
                assertThat(told(trapped, "trapdb"))
                        .as(String.join(" ", command))
                        .isEqualTo(told(clean, "twindb"));
            }
            List<String[]> quiet = List.of(
                    words("privileges"),
                    words("privileges", "--system", "--kind", "routine", "--role", "app"),
                    words("roles"),
                    words("roles", "-o", "json"),
                    words("findings"),
                    words("default-privileges"),
                    words("preflight", "--role", "app", "--schema", "ledger"),
                    words("preflight", "--role", "app", "--schema", "ledger", "--measure"),
                    words("snapshot"));
            for (String[] command : quiet) {
                Called trapped = called("trapdb", "inspector", command);
                assertThat(trapsSprung()).as(String.join(" ", command)).isEmpty();
                assertThat(trapped.code()).as(trapped.err()).isZero();
                assertThat(trapped.out()).isNotBlank();
            }
            changesAreRunAndCompared();
        } finally {
            server.stop();
        }
    }

    /** Changes that are really made, and a snapshot from before laid beside the state after them. */
    private void changesAreRunAndCompared() throws IOException {
        List<String> told = new ArrayList<>();
        for (String database : List.of("trapdb", "twindb")) {
            Path file = Files.writeString(
                    home.resolve(database + ".json"),
                    called(database, "inspector", words("snapshot")).out());
            for (String[] command : List.of(
                    words("access", "grant", "DELETE", "ledger.entries", "app"),
                    words("access", "revoke", "UPDATE", "ledger.entries", "app", "--allow-destructive"),
                    words("access", "own", "sequence:ledger.entries_id_seq", "clerk"))) {
                Called done = called(database, "inspector", command);
                assertThat(done.code()).as(done.out() + done.err()).isZero();
            }
            Called compared = called(database, "inspector", words("privileges", "--against", file.toString()));
            assertThat(compared.code()).as(compared.err()).isZero();
            told.add(told(compared, database).replaceAll("Since \\S+,", "Since then,"));
            if (database.equals("trapdb")) {
                assertThat(trapsSprung()).isEmpty();
            }
        }
        assertThat(told.get(0)).contains("Grants:").isEqualTo(told.get(1));
    }

    private static String[] words(String... words) {
        return words;
    }

    private static String told(Called called, String database) {
        return called.out().replace(database, "DATABASE");
    }

    private Called called(String database, String login, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--dsn",
                "postgresql://" + login + ":inspector@" + server.host() + ":" + server.port() + "/" + database
                        + "?sslmode=disable"));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private void build() throws IOException, SQLException {
        Path folder = Oracles.folder("hostile-database");
        server.execute(
                "postgres",
                "CREATE ROLE inspector LOGIN SUPERUSER PASSWORD 'inspector'",
                "CREATE ROLE other_role",
                "CREATE ROLE clerk",
                "CREATE ROLE app LOGIN",
                "CREATE DATABASE trapdb TEMPLATE template0",
                "CREATE DATABASE twindb TEMPLATE template0");
        server.execute("trapdb", CONTENT);
        server.execute("twindb", CONTENT);
        try (Connection connection = server.connect("trapdb");
                Statement statement = connection.createStatement()) {
            String script = Files.readString(folder.resolve("trap.sql"));
            for (NativeQuery query : Parser.parseJdbcSql(script, true, false, true, false, true)) {
                statement.execute(query.nativeSql);
            }
        }
        assertThat(server.query("trapdb", "SELECT relname FROM pg_class WHERE relname = 'bait'"))
                .isNotEmpty();
        assertThat(trapsSprung()).as("a careless query springs the traps").isNotEmpty();
        server.execute("trapdb", "DELETE FROM trap.log");
        for (String line : Files.readAllLines(folder.resolve("hostile_gucs.sql"))) {
            if (line.startsWith("ALTER ")) {
                String statement = line.substring(0, line.indexOf(';'));
                server.execute(
                        "postgres", statement.replace(":\"db\"", "trapdb").replace(":\"who\"", "inspector"));
            }
        }
        server.execute(
                "postgres",
                "ALTER ROLE inspector SET role = 'other_role'",
                "ALTER ROLE inspector SET createrole_self_grant = 'set, inherit'",
                "ALTER ROLE inspector SET restrict_nonsystem_relation_kind = 'view,foreign-table'");
    }

    private List<String> trapsSprung() {
        return server.query("trapdb", "SELECT pg_catalog.format('%s %s', who, what) FROM trap.log");
    }
}
