package dev.plumbline.sandbox.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.sandbox.OperatorDefinitions;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final ResourceDefinitionContext DATABASES = new ResourceDefinitionContext.Builder()
            .withGroup("dbops.dbprovision.io")
            .withVersion("v1alpha1")
            .withKind("Database")
            .withPlural("databases")
            .withNamespaced(true)
            .build();

    private KubeApi api;
    private KubernetesClient client;

    @BeforeEach
    void serve() throws IOException {
        api = KubeApi.start().load(OperatorDefinitions.yaml());
        client = client("");
        databases().inNamespace("default").resource(database("billing")).create();
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    private KubernetesClient client(String token) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(api.url().toString())
                .withOauthToken(token)
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private MixedOperation<
                    GenericKubernetesResource,
                    io.fabric8.kubernetes.api.model.GenericKubernetesResourceList,
                    Resource<GenericKubernetesResource>>
            databases() {
        return client.genericKubernetesResources(DATABASES);
    }

    private static GenericKubernetesResource database(String name) {
        GenericKubernetesResource database = new GenericKubernetesResource();
        database.setApiVersion("dbops.dbprovision.io/v1alpha1");
        database.setKind("Database");
        database.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                .withName(name)
                .withNamespace("default")
                .build());
        database.setAdditionalProperty(
                "spec", java.util.Map.of("name", name, "instanceRef", java.util.Map.of("name", "main")));
        return database;
    }

    @Test
    void aWatchFallsBackToHttpAndHearsEveryChange() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var watch = databases().inNamespace("default").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, GenericKubernetesResource database) {
                heard.add(action + " " + database.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                heard.add("closed");
            }
        })) {
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("ADDED billing");
            databases().inNamespace("default").resource(database("ledger")).create();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("ADDED ledger");
            databases()
                    .inNamespace("default")
                    .withName("ledger")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"owner\":\"ada\"}}");
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("MODIFIED ledger");
            databases().inNamespace("default").withName("ledger").delete();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("DELETED ledger");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void aStatusPatchWithAStaleVersionIsAConflict() {
        String patch = "{\"metadata\":{\"resourceVersion\":\"%s\"},\"status\":{\"phase\":\"Ready\"}}";
        var billing = databases().inNamespace("default").withName("billing");
        String version = billing.get().getMetadata().getResourceVersion();
        billing.subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), patch.formatted(version));
        assertThat(api.find("databases", "default", "billing")
                        .orElseThrow()
                        .at("/status/phase")
                        .asText())
                .isEqualTo("Ready");
        assertThatThrownBy(() -> billing.subresource("status")
                        .patch(
                                PatchContext.of(PatchType.JSON_MERGE),
                                patch.formatted(version).replace("Ready", "Failed")))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(409));
    }

    @Test
    void rulesByTokenAnswer401And403() {
        api.access()
                .admit(
                        "reader",
                        "reader",
                        wish -> wish.namespace().equals("default")
                                && !wish.verb().equals("create"))
                .admit("old", "old", wish -> true)
                .revoke("old");
        try (KubernetesClient reader = client("reader");
                KubernetesClient old = client("old")) {
            assertThat(reader.genericKubernetesResources(DATABASES)
                            .inNamespace("default")
                            .list()
                            .getItems())
                    .hasSize(1);
            assertThatThrownBy(() -> reader.genericKubernetesResources(DATABASES)
                            .inAnyNamespace()
                            .list())
                    .hasMessageContaining("User \"reader\" cannot list resource \"databases\"")
                    .hasMessageContaining("at the cluster scope");
            assertThatThrownBy(() -> reader.v1()
                            .events()
                            .inNamespace("default")
                            .resource(new EventBuilder()
                                    .withNewMetadata()
                                    .withGenerateName("billing.")
                                    .endMetadata()
                                    .build())
                            .create())
                    .hasMessageContaining("cannot create resource \"events\"");
            assertThatThrownBy(() -> old.namespaces().list())
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(401));
            var review = new SelfSubjectAccessReviewBuilder()
                    .withNewSpec()
                    .withNewResourceAttributes()
                    .withVerb("list")
                    .withGroup("dbops.dbprovision.io")
                    .withResource("databases")
                    .endResourceAttributes()
                    .endSpec()
                    .build();
            assertThat(reader.authorization()
                            .v1()
                            .selfSubjectAccessReview()
                            .create(review)
                            .getStatus()
                            .getAllowed())
                    .isFalse();
        }
    }

    @Test
    void anEstateOfTenThousandIsListedInPages() {
        StringBuilder estate = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            estate.append(
                    "---\n{apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database, metadata: {name: d%05d, namespace: default}, spec: {name: d%05d, instanceRef: {name: main}}, status: {phase: Ready}}\n"
                            .formatted(i, i));
        }
        api.load(estate.toString());
        int found = 0;
        String next = null;
        do {
            var options = new io.fabric8.kubernetes.api.model.ListOptionsBuilder()
                    .withLimit(3000L)
                    .withContinue(next)
                    .build();
            var page = databases().inAnyNamespace().list(options);
            found += page.getItems().size();
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        assertThat(found).isEqualTo(10_001);
        assertThat(databases().inAnyNamespace().list().getItems()).hasSize(10_001);
    }
}
