package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.ProxyAddress;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP clients that do only what they are told: no redirects, no logins of their own, no retries, nothing logged, and nothing taken from
 * environment, home or service account.
 */
final class PlainHttpFactory extends JdkHttpClientFactory {
    private final SSLContext tls;
    private final @Nullable ProxyAddress proxy;

    PlainHttpFactory(SSLContext tls, @Nullable ProxyAddress proxy) {
        this.tls = tls;
        this.proxy = proxy;
    }

    @Override
    public HttpClient.Builder newBuilder(Config config) {
        HttpClient.Builder builder = newBuilder();
        builder.connectTimeout(config.getConnectionTimeout(), TimeUnit.MILLISECONDS);
        builder.preferHttp11();
        builder.tag(config.getRequestConfig());
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
        return builder;
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
        builder.sslContext(tls);
        builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
    }
}
