package dev.plumbline.operation;

import dev.plumbline.kube.Credentials;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.TlsMaterial;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Pem;
import dev.plumbline.pg.TlsSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where and how to connect for a Database resource: its instance's address and TLS mode, with the credentials and CA of its Secrets. */
final class InstanceTargets {
    private InstanceTargets() {}

    static ConnectionTarget resolve(KubeCluster cluster, DeclaredDatabase resource, DeclaredInstance instance) {
        Credentials credentials = cluster.readCredentials(instance);
        ConnectionTarget target = ConnectionTarget.of(
                instance.host(),
                instance.port(),
                Name.of(resource.databaseName()),
                Name.of(credentials.user()),
                credentials.password(),
                tls(instance, cluster.readTlsMaterial(instance)));
        return target.withConnectTimeout(Duration.ofSeconds(instance.connectTimeoutSeconds()))
                .withLabel("Database " + resource.ref().shown() + " on "
                        + instance.ref().shown());
    }

    private static TlsSettings tls(DeclaredInstance instance, Optional<TlsMaterial> material) {
        String origin = instance.tlsSecret() == null
                ? ""
                : "Secret " + instance.tlsSecret().namespace() + "/"
                        + instance.tlsSecret().name();
        return material.map(pems -> TlsSettings.of(
                        instance.tlsMode(),
                        pem(origin, pems.authority()),
                        pem(origin, pems.certificate()),
                        pems.key() == null
                                ? null
                                : new Pem.Text(origin, pems.key().reveal())))
                .orElseGet(() -> TlsSettings.of(instance.tlsMode()));
    }

    private static @Nullable Pem pem(String origin, @Nullable String text) {
        return text == null ? null : new Pem.Text(origin, text);
    }
}
