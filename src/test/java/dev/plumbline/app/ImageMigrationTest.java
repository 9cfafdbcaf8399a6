package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.Layer;
import dev.plumbline.testing.Manifests;
import dev.plumbline.testing.StandInRegistry;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a DBUpgrade to the run of the migrations in its image, and the checks of it, against a stand-in for a registry. */
class ImageMigrationTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: dbupgrades.dbupgrade.subbug.learning}
            spec:
              group: dbupgrade.subbug.learning
              names: {kind: DBUpgrade, listKind: DBUpgradeList, plural: dbupgrades, singular: dbupgrade}
              scope: Namespaced
              versions:
                - name: v1alpha1
                  served: true
                  storage: true
                  subresources: {status: {}}
                  schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final TestPostgres server = TestPostgres.major(17);

    @Test
    void whatAnImageHoldsIsPlannedRunAndBoundToItsDigest() throws IOException {
        String database = server.freshDatabase("of_image");
        String dsn = "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
        try (StandInRegistry registry = new StandInRegistry();
                KubeApi api = KubeApi.start()) {
            byte[] layer = layer();
            registry.image(Manifests.GZIP, layer);
            String digest = Manifests.digest(Manifests.image(Manifests.GZIP, List.of(layer)));
            String image = registry.place() + "/shop:v1";
            load(api, image, dsn);
            Called status = called(api, "migration", "status", "--upgrade", "cart");
            assertThat(status.out())
                    .as(status.err())
                    .contains("image " + image + "@" + digest + " /db", "1_a.sql  pending");
            String place = "image:" + image + "#db";
            JsonNode plan = json(called(api, "migration", "plan", place, "--dsn", dsn, "-o", "json"));
            assertThat(plan.at("/source").asText()).isEqualTo("image " + image + "@" + digest + " db");
            Path directory = Files.createDirectory(home.resolve("same"));
            Files.writeString(directory.resolve("1_a.sql"), "CREATE TABLE account (id bigint PRIMARY KEY);\n");
            Called.with(home, "migration", "hash", directory.toString());
            JsonNode here = json(called(api, "migration", "plan", directory.toString(), "--dsn", dsn, "-o", "json"));
            assertThat(plan.at("/files/0/statements")).isEqualTo(here.at("/files/0/statements"));
            assertThat(plan.at("/digest")).isNotEqualTo(here.at("/digest"));
            assertThat(json(called(api, "migration", "plan", place, "--dsn", dsn, "-o", "json"))
                            .at("/digest"))
                    .isEqualTo(plan.at("/digest"));
            assertThat(called(api, "migration", "lint", place, "--detailed-exitcode")
                            .code())
                    .isZero();
            Called gates = called(api, "gates", "cart");
            assertThat(gates.out()).as(gates.err()).contains("image now: " + digest);
            registry.requireToken("t");
            assertThat(called(api, "gates", "cart").out()).contains("image now: ? ", "answered 401");
            Called run = called(api, "migration", "apply", "--upgrade", "cart", "--pull-secret", "pull");
            assertThat(run.out()).as(run.err()).contains("Done, and verified by reading again.");
            assertThat(called(api, "migration", "status", "--upgrade", "cart", "--pull-secret", "other")
                            .err())
                    .contains("KUBE-404", "Secret shop/other");
            assertThat(called(api, "migration", "status", "--upgrade", "cart", "--pull-secret", "conn")
                            .err())
                    .contains("it contains neither key .dockerconfigjson nor .dockercfg; it holds url.")
                    .doesNotContain(TestPostgres.password().reveal());
            assertThat(called(api, "migration", "status", "image:Wrong name").err())
                    .contains("IMG-400");
        } finally {
            server.dropDatabase(database);
        }
    }

    private byte[] layer() throws IOException {
        String sql = "CREATE TABLE account (id bigint PRIMARY KEY);\n";
        Path directory = Files.createDirectory(home.resolve("made"));
        Files.writeString(directory.resolve("1_a.sql"), sql);
        Called.with(home, "migration", "hash", directory.toString());
        return new Layer()
                .file("db/1_a.sql", sql)
                .file("db/atlas.sum", Files.readString(directory.resolve("atlas.sum")))
                .gzip();
    }

    private static void load(KubeApi api, String image, String dsn) {
        api.load(DEFINITION);
        api.load("""
                apiVersion: dbupgrade.subbug.learning/v1alpha1
                kind: DBUpgrade
                metadata: {name: cart, namespace: shop}
                spec:
                  migrations: {image: "%s", dir: /db}
                  database: {type: selfHosted, connection: {urlSecretRef: {name: conn, key: url}}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: conn, namespace: shop}, stringData: {url: "%s"}}
                ---
                apiVersion: v1
                kind: Secret
                type: kubernetes.io/dockerconfigjson
                metadata: {name: pull, namespace: shop}
                stringData:
                  .dockerconfigjson: '{"auths":{"%s":{"username":"night","password":"secret"}}}'
                """.formatted(image, dsn, image.substring(0, image.indexOf('/'))));
    }

    private static JsonNode json(Called called) throws IOException {
        assertThat(called.code()).as(called.err()).isZero();
        return new ObjectMapper().readTree(called.out());
    }

    private Called called(KubeApi api, String... arguments) throws IOException {
        Path kubeconfig = Files.writeString(home.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: one
                contexts: [{name: one, context: {cluster: one, user: me, namespace: shop}}]
                clusters: [{name: one, cluster: {server: "%s"}}]
                users: [{name: me, user: {token: admin}}]
                """.formatted(api.url()));
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--kubeconfig", kubeconfig.toString()));
        return Called.with(home, all.toArray(new String[0]));
    }
}
