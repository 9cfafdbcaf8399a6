package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.testing.Oracles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** kubectl's own answers to a folder of kubeconfigs: the same contexts, clusters and users, and the same refusals. */
class KubectlOracleTest {
    @TestFactory
    Stream<DynamicTest> everyKubeconfigIsReadAsKubectlReadsIt() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(Oracles.folder("kubeconfig/cases"))) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(25);
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }

    private static void compare(Path folder) throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        String list = texts(expected.path("kubeconfig"))
                .map(file -> file.isEmpty() ? "" : folder.resolve(file).toString())
                .collect(Collectors.joining(File.pathSeparator));
        KubeconfigFiles files = KubeconfigFiles.find(Optional.empty(), Map.of("KUBECONFIG", list), folder);
        JsonNode view = expected.path("view_raw");
        if (view.path("rc").asInt() != 0) {
            Throwable refusal = catchThrowable(() -> Kubeconfig.read(files));
            assertThat(refusal).isInstanceOf(ProblemException.class).hasMessageContaining("a.yaml line ");
            return;
        }
        Kubeconfig read = Kubeconfig.read(files);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(String.join(
                        "",
                        read.contexts().keySet().stream()
                                .map(name -> name + "\n")
                                .toList()))
                .isEqualTo(expected.path("contexts").path("stdout").asText());
        softly.assertThat(read.currentContext())
                .isEqualTo(expected.path("current").path("stdout").asText().strip());
        softly.assertThat(contexts(read)).isEqualTo(named(view, "contexts", "context"));
        softly.assertThat(clusters(read)).isEqualTo(named(view, "clusters", "cluster"));
        softly.assertThat(users(read)).isEqualTo(named(view, "users", "user"));
        softly.assertAll();
    }

    private static Map<String, Map<String, String>> contexts(Kubeconfig read) {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        read.contexts()
                .forEach((name, context) -> shown.put(
                        name,
                        present(
                                "cluster", context.cluster(),
                                "user", context.user(),
                                "namespace", context.namespace())));
        return shown;
    }

    private static Map<String, Map<String, String>> clusters(Kubeconfig read) {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        read.clusters()
                .forEach((name, cluster) -> shown.put(
                        name,
                        present(
                                "server", cluster.server(),
                                "certificate-authority-data", cluster.caData(),
                                "insecure-skip-tls-verify", cluster.insecure() ? "true" : "",
                                "tls-server-name", cluster.tlsServerName(),
                                "proxy-url", cluster.proxyUrl())));
        return shown;
    }

    private static Map<String, Map<String, String>> users(Kubeconfig read) {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        read.users().forEach((name, user) -> {
            ExecPlugin exec = user.exec();
            shown.put(
                    name,
                    present(
                            "token", open(user.token()),
                            "username", user.username(),
                            "password", open(user.password()),
                            "client-certificate-data", user.certificateData(),
                            "client-key-data", open(user.keyData()),
                            "as", user.impersonation().user(),
                            "as-uid", user.impersonation().uid(),
                            "as-groups", String.join(",", user.impersonation().groups()),
                            "exec.command", exec == null ? "" : exec.command(),
                            "exec.args", exec == null ? "" : String.join(",", exec.arguments()),
                            "auth-provider", user.authProvider()));
        });
        return shown;
    }

    private static String open(@Nullable Secret secret) {
        return secret == null ? "" : secret.reveal();
    }

    private static Map<String, String> present(String... pairs) {
        Map<String, String> present = new TreeMap<>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            if (!pairs[pair + 1].isEmpty()) {
                present.put(pairs[pair], pairs[pair + 1]);
            }
        }
        return present;
    }

    private static Map<String, Map<String, String>> named(JsonNode view, String list, String key) {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        view.path("stdout")
                .path(list)
                .forEach(item -> shown.put(item.path("name").asText(), flat(item.path(key))));
        return shown;
    }

    private static Map<String, String> flat(JsonNode entry) {
        return present(
                "cluster", entry.path("cluster").asText(),
                "user", entry.path("user").asText(),
                "namespace", entry.path("namespace").asText(),
                "server", entry.path("server").asText(),
                "certificate-authority-data",
                        entry.path("certificate-authority-data").asText(),
                "insecure-skip-tls-verify",
                        entry.path("insecure-skip-tls-verify").asText(),
                "tls-server-name", entry.path("tls-server-name").asText(),
                "proxy-url", entry.path("proxy-url").asText(),
                "token", entry.path("token").asText(),
                "username", entry.path("username").asText(),
                "password", entry.path("password").asText(),
                "client-certificate-data", entry.path("client-certificate-data").asText(),
                "client-key-data", entry.path("client-key-data").asText(),
                "as", entry.path("as").asText(),
                "as-uid", entry.path("as-uid").asText(),
                "as-groups", texts(entry.path("as-groups")).collect(Collectors.joining(",")),
                "exec.command", entry.path("exec").path("command").asText(),
                "exec.args", texts(entry.path("exec").path("args")).collect(Collectors.joining(",")),
                "auth-provider", entry.path("auth-provider").path("name").asText());
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
