package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeContextsTest {
    @TempDir
    Path folder;

    private KubeContexts read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), text);
        return KubeContexts.read(Optional.of(file), Map.of(), folder, hash -> false, Clock.systemUTC());
    }

    @Test
    void withoutAnyKubeconfigThereAreNoContexts() {
        try (KubeContexts none =
                KubeContexts.read(Optional.empty(), Map.of(), folder, hash -> true, Clock.systemUTC())) {
            assertThat(none.list()).isEmpty();
            assertProblem(() -> none.open("x"), Problem.Kind.NOT_FOUND, "KUBE-CONTEXT", "open the context \"x\"");
        }
    }

    @Test
    void theHomesKubeconfigIsReadWhenNothingElseIsSaid() throws IOException {
        Files.createDirectories(folder.resolve(".kube"));
        Files.writeString(
                folder.resolve(".kube/config"),
                "clusters: [{name: c, cluster: {server: 'https://a'}}]\ncontexts: [{name: x, context: {cluster: c}}]\n");
        try (KubeContexts home =
                KubeContexts.read(Optional.empty(), Map.of(), folder, hash -> true, Clock.systemUTC())) {
            assertThat(home.list()).extracting(ContextEntry::name).containsExactly("x");
        }
    }

    @Test
    void everyContextIsListedWithWhatIsWrongOrUnsafe() throws IOException {
        try (KubeContexts contexts = read("""
                clusters:
                - name: safe
                  cluster: {server: "https://a:6443"}
                - name: blind
                  cluster: {server: "https://b", insecure-skip-tls-verify: true}
                - name: plain
                  cluster: {server: "http://c"}
                users:
                - name: u
                  user: {token: t}
                contexts:
                - {name: d, context: {cluster: gone, user: nobody}}
                - {name: c, context: {cluster: plain, user: u}}
                - {name: b, context: {cluster: blind, user: u}}
                - {name: a, context: {cluster: safe, user: u, namespace: n}}
                current-context: b
                """)) {
            assertThat(contexts.list())
                    .containsExactly(
                            new ContextEntry("a", "safe", "https://a:6443", "u", "n", false, false, null, List.of()),
                            new ContextEntry("b", "blind", "https://b", "u", "", true, true, null, List.of()),
                            new ContextEntry("c", "plain", "http://c", "u", "", false, true, null, List.of()),
                            new ContextEntry(
                                    "d",
                                    "gone",
                                    "",
                                    "nobody",
                                    "",
                                    false,
                                    false,
                                    null,
                                    List.of(
                                            "Its user \"nobody\" is not in the kubeconfig.",
                                            "Its cluster \"gone\" is not in the kubeconfig.")));
            assertProblem(
                    () -> contexts.open("d"),
                    Problem.Kind.INVALID,
                    "KUBE-CONTEXT",
                    "open the context \"d\"",
                    "Its user \"nobody\" is not in the kubeconfig.");
            assertThat(contexts.open("a").namespace()).isEqualTo("n");
            assertThat(contexts.open("b").namespace()).isEqualTo("default");
            assertThat(contexts.open("a")).isSameAs(contexts.open("a"));
        }
    }
}
