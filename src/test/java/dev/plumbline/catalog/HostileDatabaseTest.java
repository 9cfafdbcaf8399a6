package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** A database that sets traps for whoever inspects it: twins of all catalog functions, operators and views come first in its search_path. */
class HostileDatabaseTest {
    private static final ServerPools POOLS = new ServerPools();
    private static final String DATABASE = "trapdb";
    private static final Secret PASSWORD = new Secret("inspector");
    private final TestPostgres server = TestPostgres.newest();
    private final ConnectionTarget target = TestTargets.login(server, DATABASE, "inspector", PASSWORD);
    private final CancelToken cancel = new CancelToken();

    @AfterAll
    static void close() {
        POOLS.close();
    }

    @Test
    void readingSpringsNoTrapAndHostileSettingsChangeNothing() throws IOException, SQLException {
        Path folder = Oracles.folder("hostile-database");
        prepare();
        setTraps(Files.readString(folder.resolve("trap.sql")));
        assertThat(server.query(DATABASE, "SELECT relname FROM pg_class WHERE relname = 'bait'"))
                .isNotEmpty();
        assertThat(trapsSprung()).as("a careless query springs the traps").isNotEmpty();
        server.execute(DATABASE, "DELETE FROM trap.log");
        Snapshot before = read();
        assertThat(trapsSprung()).isEmpty();

        for (String setting : settings(folder)) {
            server.execute("postgres", setting);
        }
        POOLS.close();
        try (ServerPools fresh = new ServerPools()) {
            assertThat(read(fresh)).isEqualTo(before);
            run(fresh, before);
        }
        assertThat(trapsSprung()).isEmpty();
        assertThat(before.objects()).isNotEmpty();
    }

    private void setTraps(String script) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (NativeQuery query : Parser.parseJdbcSql(script, true, false, true, false, true)) {
                statement.execute(query.nativeSql);
            }
        }
    }

    private void prepare() {
        server.dropDatabase(DATABASE);
        server.execute(
                "postgres",
                "DROP ROLE IF EXISTS inspector",
                "DROP ROLE IF EXISTS other_role",
                "CREATE ROLE inspector LOGIN SUPERUSER PASSWORD 'inspector'",
                "CREATE ROLE other_role",
                "CREATE DATABASE " + DATABASE + " TEMPLATE template0");
    }

    /** The file's statements for this database and login, its psql variables filled in, and the role that is commented out there. */
    private static List<String> settings(Path folder) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("hostile_gucs.sql"))) {
            if (line.startsWith("ALTER ")) {
                String statement = line.substring(0, line.indexOf(';'));
                statements.add(statement.replace(":\"db\"", DATABASE).replace(":\"who\"", "inspector"));
            }
        }
        statements.add("ALTER ROLE inspector SET role = 'other_role'");
        return statements;
    }

    private void run(ServerPools pools, Snapshot before) {
        try (var run = pools.open(target, cancel)) {
            run.begin(cancel);
            assertThat(new SnapshotReader().readWithin(run.session(), scope(), cancel))
                    .isEqualTo(before);
            run.execute(
                    Sql.of(
                            "ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT SELECT ON TABLES TO %I",
                            Name.of("inspector"), Name.of("other_role")),
                    LockTimeout.DEFAULT,
                    StatementTimeout.DEFAULT,
                    cancel);
            run.rollback();
        }
    }

    private Snapshot read() {
        return read(POOLS);
    }

    private Snapshot read(ServerPools pools) {
        return pools.read(target, cancel, session -> new SnapshotReader().read(session, scope(), cancel));
    }

    private static SnapshotScope scope() {
        return new SnapshotScope(
                List.of(Name.of("public"), Name.of("evil"), Name.of("trap")),
                List.of(Name.of("postgres"), Name.of("inspector")));
    }

    private List<String> trapsSprung() {
        return server.query(DATABASE, "SELECT pg_catalog.format('%s %s', who, what) FROM trap.log");
    }
}
