package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Kubeconfig read(String text) throws IOException {
        return Kubeconfig.read(new KubeconfigFiles(List.of(write("config", text)), true));
    }

    private static void assertRefused(ThrowingCallable reading, String... words) {
        assertThatThrownBy(reading)
                .asInstanceOf(throwable(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.INVALID);
                    assertThat(refused.problem().message()).contains(words);
                });
    }

    @Test
    void theFileOfTheCommandLineWinsOverTheEnvironmentAndTheHome() {
        Map<String, String> environment =
                Map.of("KUBECONFIG", "a" + File.pathSeparator + "" + File.pathSeparator + "b");
        assertThat(KubeconfigFiles.find(Optional.of(Path.of("x")), environment, folder)
                        .files())
                .containsExactly(Path.of("x"));
        assertThat(KubeconfigFiles.find(Optional.empty(), environment, folder).files())
                .containsExactly(Path.of("a"), Path.of("b"));
        assertThat(KubeconfigFiles.find(Optional.empty(), Map.of("KUBECONFIG", ""), folder)
                        .files())
                .containsExactly(folder.resolve(".kube/config"));
    }

    @Test
    void aMissingFileIsEmptyButOneAskedForByNameIsAProblem() {
        Path missing = folder.resolve("missing");
        assertThat(Kubeconfig.read(new KubeconfigFiles(List.of(missing), false)))
                .isEqualTo(Kubeconfig.EMPTY);
        assertRefused(
                () -> Kubeconfig.read(new KubeconfigFiles(List.of(missing), true)), "missing", "there is no such file");
    }

    @Test
    void anEmptyFileIsAnEmptyKubeconfig() throws IOException {
        assertThat(read("")).isEqualTo(Kubeconfig.EMPTY);
        assertThat(read("# nothing\n")).isEqualTo(Kubeconfig.EMPTY);
    }

    @Test
    void aFolderInPlaceOfAFileIsAProblem() {
        assertRefused(() -> Kubeconfig.read(new KubeconfigFiles(List.of(folder), true)), "could not be read");
    }

    @Test
    void brokenYamlNamesFileLineAndColumn() {
        assertRefused(() -> read("apiVersion: v1\nclusters: [\n- }\n"), "config line 3, column", "not YAML");
    }

    @Test
    void aWrongTypeNamesFieldLineAndColumn() {
        assertRefused(
                () -> read("clusters:\n- name: c\n  cluster:\n    server: [1]\n"),
                "config line 4, column 13",
                "server: expected a text, found a list");
        assertRefused(() -> read("current-context: 5\n"), "line 1, column 18", "expected a text, found \"5\"");
        assertRefused(
                () -> read("clusters:\n- name: c\n  cluster:\n    insecure-skip-tls-verify: \"true\"\n"),
                "line 4, column 31",
                "expected true or false");
        assertRefused(() -> read("- a\n"), "line 1, column 1", "expected a mapping, found a list");
        assertRefused(() -> read("kind: List\n"), "line 1", "a kubeconfig's is \"Config\"");
    }

    @Test
    void aNameTwiceInOneFileIsRefused() {
        assertRefused(
                () -> read("contexts:\n- name: a\n- name: a\n"), "line 3", "the name \"a\" stands twice in contexts");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, new byte[] {'k', ':', ' ', (byte) 0xE9, '\n'});
        assertRefused(() -> Kubeconfig.read(new KubeconfigFiles(List.of(file), true)), "not UTF-8");
    }

    @Test
    void anyForeignTagIsRefusedWithItsPlace() {
        assertRefused(
                () -> read("users:\n- name: u\n  user: !!javax.script.ScriptEngineManager {}\n"),
                "line 3, column 9",
                "javax.script.ScriptEngineManager");
        assertRefused(() -> read("extensions: !local x\n"), "line 1, column 13", "!local");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void anAliasBombIsRefusedQuickly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 30; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a").append(level).append(": &a").append(level).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(9, before)))
                    .append("]\n");
        }
        assertRefused(() -> read(bomb.toString()), "more than 50 aliases", "line 7");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void aSmallBombBelowTheLimitIsNeverExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 25; level++) {
            bomb.append("a" + level + ": &a" + level + " [*a" + (level - 1) + ", *a" + (level - 1) + "]\n");
        }
        assertThat(read(bomb + "current-context: fine\n").currentContext()).isEqualTo("fine");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void deepNestingIsRefusedQuickly() {
        assertRefused(() -> read("x: " + "[".repeat(1_000_000)), "nested more than 64 deep");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void anEndlessFileIsReadOnlyToItsLimit() {
        assertRefused(() -> read("#".repeat(5 * 1024 * 1024)), "larger than");
    }

    @Test
    void aliasesAndMergeKeysOfOrdinarySizeAreFollowed() throws IOException {
        Kubeconfig read = read("""
                clusters:
                - name: a
                  cluster: &c {server: https://a}
                - name: b
                  cluster: {<<: *c, tls-server-name: z}
                - name: c
                  cluster: *c
                """);
        assertThat(read.clusters().get("b"))
                .satisfies(cluster -> assertThat(cluster.server()).isEqualTo("https://a"))
                .satisfies(cluster -> assertThat(cluster.tlsServerName()).isEqualTo("z"));
        assertThat(read.clusters().get("c")).isEqualTo(read.clusters().get("a"));
    }

    @Test
    void pathsAreRelativeToTheFileThatNamesThem() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Path file = write("deep/config", """
                clusters:
                - name: c
                  cluster: {server: https://a, certificate-authority: ../ca.pem}
                users:
                - name: u
                  user: {tokenFile: token, client-certificate: /abs/c.pem}
                - name: p
                  user: {exec: {command: ./bin/login}}
                - name: q
                  user: {exec: {command: login}}
                """);
        Kubeconfig read = Kubeconfig.read(new KubeconfigFiles(List.of(file), true));
        assertThat(read.clusters().get("c")).extracting(ClusterEntry::caFile).isEqualTo(folder.resolve("ca.pem"));
        assertThat(read.users().get("u"))
                .extracting(UserEntry::tokenFile, UserEntry::certificateFile)
                .containsExactly(folder.resolve("deep/token"), Path.of("/abs/c.pem"));
        assertThat(command(read, "p"))
                .isEqualTo(folder.resolve("deep/bin/login").toString());
        assertThat(command(read, "q")).isEqualTo("login");
    }

    private static String command(Kubeconfig read, String user) {
        return Optional.ofNullable(read.users().get(user))
                .map(UserEntry::exec)
                .map(ExecPlugin::command)
                .orElse("");
    }

    @Test
    void noSecretIsPrinted() throws IOException {
        Kubeconfig read =
                read("users:\n- name: u\n  user: {token: canary, password: canary, client-key-data: canary}\n");
        assertThat(read.toString()).doesNotContain("canary").contains("***");
    }
}
