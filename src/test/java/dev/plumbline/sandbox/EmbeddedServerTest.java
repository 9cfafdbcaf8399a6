package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    private static final Secret PASSWORD = new Secret("of-this-test");

    private static ServerOptions options(Path cache) {
        return ServerOptions.temporary(ServerBinaries.onClassPath(), PASSWORD).withCache(cache);
    }

    private static Connection connect(EmbeddedServer server, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "postgres", password);
    }

    @Test
    void unpacksOnceEvenAfterAKillInTheMiddle(@TempDir Path cache) throws IOException, SQLException {
        Path half = cache.resolve("postgres")
                .resolve(ServerBinaries.onClassPath().key())
                .resolve("PG-half");
        Files.createDirectories(half.resolve("bin"));
        try (EmbeddedServer server = EmbeddedServer.start(options(cache));
                Connection connection = connect(server, PASSWORD.reveal())) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(half).doesNotExist();
        try (Stream<Path> left = Files.list(cache.resolve("running"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesAWrongPasswordAndOtherAddresses() throws IOException {
        try (EmbeddedServer server =
                EmbeddedServer.start(ServerOptions.temporary(ServerBinaries.onClassPath(), PASSWORD))) {
            assertThatThrownBy(() -> connect(server, "wrong")).hasMessageContaining("password authentication failed");
            InetAddress outside = InetAddress.getByName("127.0.0.2");
            assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress(outside, server.port()), 1000);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aGivenDirectoryKeepsItsDataAndATemporaryOneGoes(@TempDir Path directory) throws SQLException {
        ServerOptions kept =
                ServerOptions.temporary(ServerBinaries.onClassPath(), PASSWORD).inDirectory(directory.resolve("kept"));
        try (EmbeddedServer server = EmbeddedServer.start(kept);
                Connection connection = connect(server, PASSWORD.reveal())) {
            connection.createStatement().execute("CREATE DATABASE ledger");
        }
        try (EmbeddedServer server = EmbeddedServer.start(kept);
                Connection connection = connect(server, PASSWORD.reveal());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT datname FROM pg_database WHERE datname = 'ledger'")) {
            assertThat(rows.next()).isTrue();
        }
        EmbeddedServer temporary =
                EmbeddedServer.start(ServerOptions.temporary(ServerBinaries.onClassPath(), PASSWORD));
        assertThat(temporary.directory()).exists();
        temporary.close();
        assertThat(temporary.directory()).doesNotExist();
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() {
        ServerOptions broken = ServerOptions.temporary(ServerBinaries.onClassPath(), PASSWORD)
                .withSettings(java.util.Map.of("no_such_parameter", "1"))
                .withStartTimeout(java.time.Duration.ofSeconds(2));
        assertThatThrownBy(() -> EmbeddedServer.start(broken))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unrecognized configuration parameter");
    }

    @Test
    void aJarWithoutPostgresIsNamed(@TempDir Path directory) {
        Path missing = directory.resolve("no-such.jar");
        ServerOptions options = ServerOptions.temporary(ServerBinaries.inJar(missing), PASSWORD);
        assertThatThrownBy(() -> EmbeddedServer.start(options))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such.jar");
    }

    @Test
    void whatAKilledProcessLeftBehindIsStoppedByTheNextStart(@TempDir Path cache) throws Exception {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerToKill.class.getName(),
                        cache.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String root;
        try (var lines = child.inputReader()) {
            root = lines.lines()
                    .filter(line -> line.startsWith("started "))
                    .findFirst()
                    .orElseThrow()
                    .substring("started ".length());
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        Path data = Path.of(root, EmbeddedServer.DATA);
        Postmaster orphan = Postmaster.of(data).orElseThrow();
        assertThat(orphan.process().isAlive()).isTrue();
        try (EmbeddedServer next = EmbeddedServer.start(options(cache))) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(Path.of(root)).doesNotExist();
            assertThat(next.port()).isPositive();
        }
    }

    @Test
    void aPidFileOfSomeoneElseIsNotBelieved(@TempDir Path data) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().orElseThrow().getEpochSecond();
        Files.writeString(data.resolve("postmaster.pid"), self.pid() + "\n" + data + "\n" + started + "\n");
        assertThat(Postmaster.of(data)).isEmpty();
    }

    @Test
    void theArchiveIsChosenByPlatform() {
        assertThat(ServerBinaries.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(ServerBinaries.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
        assertThat(ServerBinaries.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
    }
}
