package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.ProxyAddress;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP clients that do only what they are told: no redirects, no logins of their own, no retries, nothing logged, and nothing taken from
 * environment, home or service account. The client's own configuration, which would do all that and takes a third of a second to load, is left out.
 */
final class PlainHttpFactory extends JdkHttpClientFactory {
    private final SSLContext tls;

    PlainHttpFactory(SSLContext tls) {
        this.tls = tls;
    }

    HttpClient client(Duration connectTimeout, @Nullable ProxyAddress proxy) {
        HttpClient.Builder builder = newBuilder();
        builder.connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS);
        builder.preferHttp11();
        builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
        builder.addOrReplaceInterceptor("HttpLogging", null);
        if (proxy == null) {
            builder.proxyType(HttpClient.ProxyType.DIRECT);
        } else {
            builder.proxyAddress(new InetSocketAddress(proxy.host(), proxy.port()));
            if (proxy.login() != null) {
                builder.proxyAuthorization(
                        HttpClientUtils.basicCredentials(proxy.login().reveal()));
            }
        }
        return builder.build();
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
        builder.sslContext(tls);
        builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
    }
}
