package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = ScratchDirectory.create("plumbline-sandbox-test-");
    }

    @AfterEach
    void remove() throws IOException {
        Folders.remove(folder);
    }

    @Test
    void runsTwiceAtOnceAndOncePerDirectory() throws Exception {
        SandboxOptions given = SandboxOptions.in(folder.resolve("one"));
        CompletableFuture<Sandbox> second =
                CompletableFuture.supplyAsync(() -> Sandbox.start(SandboxOptions.temporary()));
        try (Sandbox one = Sandbox.start(given);
                Sandbox two = second.get(120, TimeUnit.SECONDS)) {
            assertThat(one.dsn()).isNotEqualTo(two.dsn()).startsWith("postgresql://dbops_admin:");
            assertThat(one.kubeconfig()).isEqualTo(folder.resolve("one/kubeconfig"));
            assertThat(Files.getPosixFilePermissions(one.kubeconfig()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(two.kubeconfig())).contains("current-context: \"sandbox\"", "staging-empty");
            assertThatThrownBy(() -> Sandbox.start(given))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.LOCKED));
            try (SampleServer server = new SampleServer(one)) {
                server.execute("postgres", "DROP DATABASE warehouse");
            }
        }
        try (Sandbox again = Sandbox.start(given);
                SampleServer server = new SampleServer(again)) {
            assertThat(server.rows("postgres", "SELECT datname FROM pg_database WHERE datname = 'warehouse'"))
                    .containsExactly("warehouse");
        }
        assertThat(Postmaster.of(folder.resolve("one/postgres/data"))).isEmpty();
    }

    @Test
    void whatAKilledSandboxLeftInItsDirectoryIsReplaced() throws Exception {
        startAndKill(folder.toString());
        Postmaster orphan = Postmaster.of(folder.resolve("postgres/data")).orElseThrow();
        assertThat(orphan.process().isAlive()).isTrue();
        try (Sandbox next = Sandbox.start(SandboxOptions.in(folder))) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(next.server().port()).isPositive();
        }
    }

    @Test
    void aTemporarySandboxThatWasKilledIsRemovedByTheNextStart() throws Exception {
        Path kubeconfig = Path.of(startAndKill());
        Path left = kubeconfig.resolveSibling("");
        Postmaster orphan = Postmaster.of(left.resolve("postgres/data")).orElseThrow();
        new RunningServers(SandboxOptions.temporary().cache()).stopOrphans();
        assertThat(orphan.process().isAlive()).isFalse();
        assertThat(left).doesNotExist();
    }

    /** What the killed process said: where its kubeconfig is. */
    private static String startAndKill(String... directory) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxToKill.class.getName()));
        command.addAll(List.of(directory));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = child.inputReader()) {
            String said = lines.lines()
                    .filter(line -> line.startsWith("started "))
                    .findFirst()
                    .orElseThrow();
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return said.substring("started ".length());
        }
    }
}
