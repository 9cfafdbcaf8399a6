package dev.plumbline.kube;

import dev.plumbline.kube.api.ApiEndpoint;
import dev.plumbline.kube.kubeconfig.Kubeconfig;
import dev.plumbline.kube.kubeconfig.KubeconfigFiles;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.sandbox.OperatorDefinitions;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Kubernetes API of a test with the operator's kinds and an instance and a Database in it, and the context that leads to it. */
final class OneCluster implements AutoCloseable {
    static final ApiEndpoint.Patience SHORT = new ApiEndpoint.Patience(Duration.ofSeconds(2), Duration.ofMillis(1500));
    static final ResourceRef BILLING = new ResourceRef("one", "dbops.dbprovision.io", "databases", "team-a", "billing");
    private static final String SAMPLE = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: infra}}
            ---
            apiVersion: dbops.dbprovision.io/v1alpha1
            kind: DatabaseInstance
            metadata: {name: pg-main, namespace: infra}
            spec:
              engine: postgres
              connection: {host: h, port: 5432, database: postgres, secretRef: {name: admin}}
            ---
            apiVersion: dbops.dbprovision.io/v1alpha1
            kind: Database
            metadata: {name: billing, namespace: team-a}
            spec:
              instanceRef: {name: pg-main, namespace: infra}
              name: billing
              postgres: {ownership: {autoOwnership: true}}
            status: {phase: Ready}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: admin, namespace: infra}, stringData: {username: postgres, password: "pw"}}
            """;

    final KubeApi api;
    final KubeContexts contexts;
    final KubeCluster cluster;

    private OneCluster(KubeApi api, KubeContexts contexts) {
        this.api = api;
        this.contexts = contexts;
        this.cluster = contexts.open("one");
    }

    /** Its requests give up early. */
    static OneCluster start(Path folder) throws IOException {
        return start(folder, SHORT);
    }

    static OneCluster start(Path folder, ApiEndpoint.Patience patience) throws IOException {
        KubeApi api = KubeApi.start().load(OperatorDefinitions.yaml()).load(SAMPLE);
        return new OneCluster(api, contexts(folder, api.url().toString(), "token: admin", patience));
    }

    /** The contexts of a kubeconfig with one context, whose requests give up early. */
    static KubeContexts contexts(Path folder, String server, String user) throws IOException {
        return contexts(folder, server, user, SHORT);
    }

    private static KubeContexts contexts(Path folder, String server, String user, ApiEndpoint.Patience patience)
            throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), """
                clusters:
                - name: c
                  cluster: {server: "%s"}
                users:
                - name: u
                  user: {%s}
                contexts:
                - name: one
                  context: {cluster: c, user: u, namespace: team-a}
                current-context: one
                """.formatted(server, user));
        return new KubeContexts(
                Kubeconfig.read(new KubeconfigFiles(List.of(file), true)),
                new ClusterOpening(Map.of(), hash -> true, Clock.systemUTC(), patience),
                hash -> true);
    }

    DeclaredDatabase billing() {
        return cluster.readDatabase("team-a", "billing");
    }

    @Override
    public void close() {
        contexts.close();
        api.close();
    }
}
