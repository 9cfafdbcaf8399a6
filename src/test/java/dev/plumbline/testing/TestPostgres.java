package dev.plumbline.testing;

import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.EmbeddedServer;
import dev.plumbline.sandbox.ServerBinaries;
import dev.plumbline.sandbox.ServerOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A running PostgreSQL of one major version for tests: started at its first use, shared by the whole JVM, stopped at the JVM's end.
 * Every login needs its password; a role made by a test gets one with {@code PASSWORD}.
 */
public final class TestPostgres {
    private static final int OLDEST = 13;
    private static final int NEWEST = 18;
    private static final Map<Integer, TestPostgres> STARTED = new ConcurrentHashMap<>();
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "autovacuum", "off",
            "shared_buffers", "32MB",
            "max_connections", "100");
    private final int major;
    private final EmbeddedServer server;
    private final AtomicInteger databases = new AtomicInteger();

    /** One of its own, for a test that changes what all databases of a server share. It still stops at the JVM's end at the latest. */
    public static TestPostgres apart(int major) {
        return new TestPostgres(major);
    }

    /** Only of one that is {@link #apart}. */
    public void stop() {
        server.close();
    }

    private TestPostgres(int major) {
        this.major = major;
        this.server = EmbeddedServer.start(
                ServerOptions.temporary(ServerBinaries.inJar(Path.of("target/postgres/" + major + ".jar")), password())
                        .withSettings(FAST));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-postgres-" + major));
    }

    public static TestPostgres newest() {
        return major(NEWEST);
    }

    public static TestPostgres major(int major) {
        return STARTED.computeIfAbsent(major, TestPostgres::new);
    }

    /** 13 to 18, for {@code @MethodSource("dev.plumbline.testing.TestPostgres#majors")}. */
    public static IntStream majors() {
        return IntStream.rangeClosed(OLDEST, NEWEST);
    }

    public int major() {
        return major;
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String superuser() {
        return server.superuser();
    }

    public static Secret password() {
        return new Secret("test-superuser");
    }

    /** Makes an empty database from template0 and gives its name, different each time. */
    public String freshDatabase(String prefix) {
        String name = prefix + "_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + quoted(name) + " TEMPLATE template0");
        return name;
    }

    public void dropDatabase(String name) {
        execute("postgres", "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    /** Runs each statement by itself, as the superuser. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }

    /** The first column of the rows, as text ({@code null} as "null"). */
    public List<String> query(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            return values(statement, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** What the query answers as soon as the condition holds for it. One session asks again and again: a new one for each look would itself be at work on the server. */
    public List<String> await(String database, String sql, Predicate<List<String>> condition) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            return Await.until(() -> values(statement, sql), condition);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static List<String> values(Statement statement, String sql) {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return List.copyOf(values);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    public Connection connect(String database) throws SQLException {
        return connect(database, superuser(), password());
    }

    public Connection connect(String database, String user, Secret password) throws SQLException {
        String url = "jdbc:postgresql://" + host() + ":" + port() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return DriverManager.getConnection(url, user, password.reveal());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
