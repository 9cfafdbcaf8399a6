package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextProblemsTest {
    private static final String ANY_USER = "token: t";

    @TempDir
    Path folder;

    private List<String> problems(String cluster, String user) throws IOException {
        Path file = Files.writeString(
                folder.resolve("config"),
                "clusters:\n- name: c\n  cluster: {" + cluster + "}\nusers:\n- name: u\n  user: {" + user
                        + "}\ncontexts:\n- name: x\n  context: {cluster: c, user: u}\n");
        Kubeconfig read = Kubeconfig.read(new KubeconfigFiles(List.of(file), true));
        return ContextProblems.find(read, new ContextLine("c", "u", ""));
    }

    @Test
    void anOrdinaryContextHasNone() throws IOException {
        assertThat(problems("server: 'https://a:6443'", ANY_USER)).isEmpty();
        assertThat(problems("server: 'https://a', insecure-skip-tls-verify: true", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls-server-name: x | has no server",
                "server: 'ftp://a' | is not an http or https address",
                "server: 'https://user:pw@a' | is not an http or https address",
                "server: 'https://a b' | is not an http or https address",
                "server: 'https://a', certificate-authority: gone.pem | gone.pem cannot be read",
                "server: 'https://a', certificate-authority: config, certificate-authority-data: QQ== | only one may be there",
                "server: 'https://a', certificate-authority-data: QQ==, insecure-skip-tls-verify: true | only one may be",
                "server: 'https://a', proxy-url: 'socks5://127.0.0.1:1' | is not an http proxy",
            })
    void aClusterThatKubectlWouldRefuseIsNamed(String cluster, String words) throws IOException {
        assertThat(problems(cluster, ANY_USER)).singleElement().asString().contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token: t, username: a, password: b | by a token and by a user name",
                "client-certificate-data: QQ== | neither client-key-data nor client-key",
                "client-certificate-data: QQ==, client-key-data: QQ==, client-key: config | both client-key-data and",
                "tokenFile: gone | gone cannot be read",
                "auth-provider: {name: gcp} | the auth provider \"gcp\", which Kubernetes removed",
                "as-groups: [g] | names nobody",
                "exec: {apiVersion: client.authentication.k8s.io/v1beta1} | has no command",
                "exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1} | speaks",
                "exec: {command: x, apiVersion: client.authentication.k8s.io/v1} | has no interactiveMode",
                "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always} | terminal",
            })
    void aUserThatCannotLogInIsNamed(String user, String words) throws IOException {
        assertThat(problems("server: 'https://a'", user))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void entriesThatAreNotThereAreNamed() {
        assertThat(ContextProblems.find(Kubeconfig.EMPTY, new ContextLine("c", "u", "")))
                .containsExactly(
                        "Its user \"u\" is not in the kubeconfig.", "Its cluster \"c\" is not in the kubeconfig.");
        assertThat(ContextProblems.find(Kubeconfig.EMPTY, new ContextLine("", "", "")))
                .containsExactly("It names no cluster.");
    }
}
