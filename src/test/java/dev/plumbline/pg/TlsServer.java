package dev.plumbline.pg;

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

/** A server of its own whose certificate and pg_hba.conf can be changed while it runs; {@code tester} is the login that the rules are about. */
final class TlsServer implements AutoCloseable {
    static final Secret PASSWORD = new Secret("tester");
    private final EmbeddedServer server;
    private final Path data;
    private int changes;

    TlsServer() throws SQLException {
        server = EmbeddedServer.start(ServerOptions.temporary(
                        ServerBinaries.inJar(Path.of("target/postgres/17.jar")), new Secret("superuser"))
                .withSettings(Map.of("fsync", "off", "autovacuum", "off")));
        data = Path.of(server.directory().toString(), "data");
        execute("CREATE ROLE tester LOGIN PASSWORD 'tester'");
    }

    int port() {
        return server.port();
    }

    /** Serves this certificate, or none at all when {@code name} is empty, lets the tester in by these rules, and waits until that is so. */
    void serve(TestCertificates certificates, String name, String... rules) throws SQLException, IOException {
        StringBuilder hba = new StringBuilder("host all postgres 127.0.0.1/32 scram-sha-256\n");
        for (String rule : rules) {
            hba.append(rule)
                    .append(" 127.0.0.1/32 ")
                    .append(rule.contains("cert") ? "" : "scram-sha-256")
                    .append('\n');
        }
        Files.writeString(
                data.resolve("pg_hba.conf"), hba.toString().replace("cert 127.0.0.1/32 ", "127.0.0.1/32 cert"));
        if (name.isEmpty()) {
            execute("ALTER SYSTEM SET ssl = off");
        } else {
            execute("ALTER SYSTEM SET ssl_cert_file = '" + certificates.file(name + ".crt") + "'");
            execute("ALTER SYSTEM SET ssl_key_file = '" + certificates.file(name + ".key") + "'");
            execute("ALTER SYSTEM SET ssl_ca_file = '" + certificates.file("ca.crt") + "'");
            execute("ALTER SYSTEM SET ssl = on");
        }
        String mark = "change " + ++changes;
        execute("ALTER SYSTEM SET log_line_prefix = '" + mark + "'");
        execute("SELECT pg_reload_conf()");
        while (!ask("SHOW log_line_prefix").equals(mark)) {
            Thread.onSpinWait();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?sslmode=disable";
        return DriverManager.getConnection(url, "postgres", "superuser");
    }

    @Override
    public void close() {
        server.close();
    }
}
