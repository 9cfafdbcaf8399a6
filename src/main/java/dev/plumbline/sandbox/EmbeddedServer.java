package dev.plumbline.sandbox;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL of this process, on 127.0.0.1 only, whose every login needs its password (scram-sha-256). The superuser is
 * {@code postgres}. Any user may start it, root too where user namespaces are allowed. A server that a killed process left behind is
 * stopped by the next start.
 */
public final class EmbeddedServer implements AutoCloseable {
    static final String DATA = "data";
    private static final String SUPERUSER = "postgres";
    private static final String LOOPBACK = "127.0.0.1";
    private final ServerOptions options;
    private final RunningServers running;
    private final Path root;
    private final Path note;
    private final EmbeddedPostgres server;

    private EmbeddedServer(
            ServerOptions options, RunningServers running, Path root, Path note, EmbeddedPostgres server) {
        this.options = options;
        this.running = running;
        this.root = root;
        this.note = note;
        this.server = server;
    }

    /** @throws ProblemException when it does not start; its own words are in the answer */
    public static EmbeddedServer start(ServerOptions options) {
        try {
            RunningServers running = new RunningServers(options.cache());
            running.stopOrphans();
            Path root = options.directory().isPresent()
                    ? Files.createDirectories(options.directory().get())
                    : ScratchDirectory.create("plumbline-postgres-");
            Path note = running.note(root, options.directory().isEmpty());
            try {
                return new EmbeddedServer(options, running, root, note, launch(options, root));
            } catch (IOException | IllegalStateException failure) {
                String words = lastWords(root);
                running.forget(note);
                removeTemporary(options, root);
                throw notStarted(root, words, failure);
            }
        } catch (IOException failure) {
            throw notStarted(options.directory().orElse(options.cache()), "", failure);
        }
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return server.getPort();
    }

    public String superuser() {
        return SUPERUSER;
    }

    /** Holds {@code data} and {@code server.log}. */
    public Path directory() {
        return root;
    }

    /** Stops the server within seconds, ending its sessions, and removes its data when they were temporary. */
    @Override
    public void close() {
        try {
            server.close();
            running.forget(note);
            removeTemporary(options, root);
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.SERVER,
                            "sandbox-server-stop",
                            "Stopping the embedded PostgreSQL in",
                            root.toString(),
                            String.valueOf(failure.getMessage()),
                            "The next start stops what is left."),
                    failure);
        }
    }

    private static EmbeddedPostgres launch(ServerOptions options, Path root) throws IOException {
        Path unpacked =
                options.cache().resolve("postgres").resolve(options.binaries().key());
        Path password = secretFile(options);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPgBinaryResolver(options.binaries())
                    .setOverrideWorkingDirectory(unpacked.toFile())
                    .setDataDirectory(root.resolve(DATA))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(options.startTimeout())
                    .setPort(options.port())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setConnectConfig("PGHOST", LOOPBACK)
                    .setConnectConfig("password", options.superuserPassword().reveal())
                    .setServerConfig("listen_addresses", LOOPBACK)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("dynamic_shared_memory_type", "mmap")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(log(root).toFile()));
            options.settings().forEach(builder::setServerConfig);
            return new BinaryCache(unpacked).around(builder::start);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static Path secretFile(ServerOptions options) throws IOException {
        return Files.writeString(
                PrivateFiles.temporary(options.cache()),
                options.superuserPassword().reveal() + "\n");
    }

    private static Path log(Path root) {
        return root.resolve("server.log");
    }

    private static String lastWords(Path root) throws IOException {
        if (!Files.exists(log(root))) {
            return "";
        }
        List<String> lines = Files.readAllLines(log(root));
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static void removeTemporary(ServerOptions options, Path root) throws IOException {
        if (options.directory().isEmpty()) {
            Folders.remove(root);
        }
    }

    private static ProblemException notStarted(Path where, String words, @Nullable Throwable cause) {
        String answer = words.isEmpty() && cause != null ? String.valueOf(cause.getMessage()) : words;
        return new ProblemException(
                new Problem(
                        Problem.Kind.SERVER,
                        "sandbox-server-start",
                        "Starting the embedded PostgreSQL in",
                        where.toString(),
                        answer,
                        "As root it needs user namespaces; otherwise start it as an ordinary user."),
                cause);
    }
}
