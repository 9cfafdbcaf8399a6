package dev.plumbline.bench;

import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.EmbeddedServer;
import dev.plumbline.sandbox.ServerBinaries;
import dev.plumbline.sandbox.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** One server with many small databases; login {@code trusted} needs no password, {@code scan} needs TLS and SCRAM. */
final class FleetServer implements AutoCloseable {
    private static final Secret PASSWORD = new Secret("fleet-superuser");
    private final EmbeddedServer server;

    private FleetServer(EmbeddedServer server) {
        this.server = server;
    }

    static FleetServer start(int databases) throws IOException, SQLException, InterruptedException {
        FleetServer fleet = new FleetServer(EmbeddedServer.start(
                ServerOptions.temporary(ServerBinaries.inJar(Path.of("target/postgres/17.jar")), PASSWORD)
                        .withSettings(Map.of("fsync", "off", "max_connections", "300", "autovacuum", "off"))));
        fleet.fill(databases);
        fleet.encrypt();
        return fleet;
    }

    int port() {
        return server.port();
    }

    String database(int number) {
        return "fleet_" + number;
    }

    private void fill(int databases) throws SQLException {
        run(
                "postgres",
                "CREATE ROLE trusted LOGIN SUPERUSER",
                "CREATE ROLE scan LOGIN SUPERUSER PASSWORD 'scan'",
                "CREATE ROLE db_fleet_owner NOLOGIN",
                "CREATE ROLE db_fleet_app LOGIN",
                "GRANT db_fleet_owner TO db_fleet_app",
                "CREATE DATABASE fleet_template");
        run(
                "fleet_template",
                "CREATE SCHEMA ledger AUTHORIZATION db_fleet_owner",
                "DO $$ BEGIN FOR n IN 1..50 LOOP EXECUTE format('CREATE TABLE ledger.t%s(a int)', n);"
                        + " EXECUTE format('ALTER TABLE ledger.t%s OWNER TO db_fleet_owner', n); END LOOP; END $$",
                "ALTER DEFAULT PRIVILEGES FOR ROLE db_fleet_owner IN SCHEMA ledger GRANT SELECT ON TABLES TO db_fleet_app");
        for (int number = 1; number <= databases; number++) {
            run("postgres", "CREATE DATABASE " + database(number) + " TEMPLATE fleet_template");
        }
    }

    private void encrypt() throws IOException, SQLException, InterruptedException {
        Path data = server.directory().resolve("data");
        int made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=127.0.0.1",
                        "-keyout",
                        data.resolve("server.key").toString(),
                        "-out",
                        data.resolve("server.crt").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (made != 0) {
            throw new IOException("openssl made no certificate");
        }
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all trusted 127.0.0.1/32 trust\nhostssl all scan 127.0.0.1/32 scram-sha-256\n"
                        + "host all all 127.0.0.1/32 scram-sha-256\n");
        run("postgres", "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
    }

    /** Whether a session other than the one that asks runs a statement that holds this text. */
    boolean isRunning(String text) throws SQLException {
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT query FROM pg_stat_activity WHERE state = 'active' AND pid <>" + " pg_backend_pid()")) {
            while (found.next()) {
                if (found.getString(1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Connection open(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.superuser());
        properties.setProperty("password", PASSWORD.reveal());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, properties);
    }

    private void run(String database, String... statements) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
