package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyAddressTest {
    private static ClusterEntry cluster(String server, String proxy) {
        return new ClusterEntry(server, "", null, false, "", proxy);
    }

    private static Optional<String> host(String server, String proxy, Map<String, String> environment) {
        ClusterEntry cluster = cluster(server, proxy);
        ServerUrl url = ServerUrl.of(cluster, UserEntry.NOBODY).orElseThrow();
        return ProxyAddress.choose(cluster, url, environment).map(ProxyAddress::host);
    }

    @Test
    void theClustersOwnProxyComesBeforeTheEnvironments() {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://env:3128", "http_proxy", "plain:3128");
        assertThat(host("https://a", "http://own:1", environment)).contains("own");
        assertThat(host("https://a", "", environment)).contains("env");
        assertThat(host("http://a", "", environment)).contains("plain");
        assertThat(host("https://a", "", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example.com | .example.com | false",
                "https://a.example.com | example.com | false",
                "https://a.example.com | x, a.example.com | false",
                "https://a.example.com | * | false",
                "https://an-example.com | example.com | true",
                "https://localhost:1 | x | false",
                "https://127.0.0.1:1 | x | false",
            })
    void serversThatNoProxyNamesAreReachedDirectly(String server, String noProxy, boolean proxied) {
        assertThat(host(server, "", Map.of("HTTPS_PROXY", "http://env:3128", "NO_PROXY", noProxy))
                        .isPresent())
                .isEqualTo(proxied);
    }

    @Test
    void anAddressMayHoldALoginAndMayLackAPort() {
        assertThat(ProxyAddress.of("http://me:pw@proxy:3128"))
                .contains(new ProxyAddress("proxy", 3128, new Secret("me:pw")));
        assertThat(ProxyAddress.of("proxy")).contains(new ProxyAddress("proxy", 80, null));
        assertThat(ProxyAddress.of("socks5://proxy:1")).isEmpty();
        assertThat(ProxyAddress.of("http://a b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://far.example.com, true",
        "http://far.example.com, false",
        "http://127.0.0.1:8001, true",
        "http://127.0.0.1.evil.com, false",
        "http://localhost:8001, true",
        "http://localhost.evil.com, false",
        "'http://[::1]:8001', true"
    })
    void loginsAreSentEncryptedOrNotOutOfThisComputer(String server, boolean may) {
        assertThat(ServerUrl.of(cluster(server, ""), UserEntry.NOBODY)
                        .orElseThrow()
                        .mayCarryLogin())
                .isEqualTo(may);
    }
}
