package dev.plumbline.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.PodAddress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.PodOrigins;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeClusterTest {
    @TempDir
    Path folder;

    private OneCluster one;

    @BeforeEach
    void serve() throws IOException {
        one = OneCluster.start(folder);
    }

    @AfterEach
    void stop() {
        one.close();
    }

    static void assertProblem(ThrowingCallable call, Problem.Kind kind, String code, String... words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, failed -> {
            assertThat(java.util.List.of(words))
                    .allSatisfy(word -> assertThat(failed.problem().message()).contains(word));
            assertThat(failed.problem().code()).isEqualTo(code);
            assertThat(failed.problem().kind()).isEqualTo(kind);
        });
    }

    @Test
    void aDatabaseIsReadWithItsIdentityAndVersion() {
        DeclaredDatabase billing = one.billing();
        assertThat(billing.ref()).isEqualTo(OneCluster.BILLING);
        assertThat(billing.uid()).isNotEmpty();
        assertThat(billing.resourceVersion()).isNotEmpty();
        assertThat(billing.statusPhase()).isEqualTo("Ready");
        assertThat(billing.problems()).isEmpty();
    }

    @Test
    void itsInstanceIsReadOfItsNamespaceOrOfTheCluster() {
        one.api.load(
                "{apiVersion: dbops.dbprovision.io/v1alpha1, kind: ClusterDatabaseInstance, metadata: {name: shared},"
                        + " spec: {engine: cockroachdb, connection: {host: c, port: 26257, database: defaultdb,"
                        + " secretRef: {name: s, namespace: infra}}}}");
        assertThat(one.cluster.readInstance(one.billing().instance()).host()).isEqualTo("h");
        assertThat(one.cluster.readInstance(new InstanceRef("", "shared")).engine())
                .isEqualTo("cockroachdb");
    }

    @Test
    void podsAreKnownByTheirAddressWithTheDeploymentThatOwnsThem() {
        one.api.load("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: api-7c9-x2
                  namespace: team-a
                  labels: {pod-template-hash: 7c9}
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: api-7c9, uid: u, controller: true}]
                status: {podIP: 10.1.2.3}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: proxy, namespace: infra}, spec: {hostNetwork: true}, status: {podIP: 10.0.0.9}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: waiting, namespace: infra}, status: {phase: Pending}}
                """);
        assertThat(one.cluster.readPodAddresses())
                .containsExactlyInAnyOrder(
                        new PodAddress("team-a", "api-7c9-x2", "10.1.2.3", false, "Deployment api"),
                        new PodAddress("infra", "proxy", "10.0.0.9", true, ""));
        PodOrigins origins =
                PodOrigins.readOn(Runnable::run, context -> one.cluster, "one", new dev.plumbline.job.CancelToken());
        assertThat(origins.of("10.1.2.3")).contains("pod team-a/api-7c9-x2, Deployment api");
        assertThat(origins.of("10.0.0.9")).contains("the node of pod infra/proxy");
        assertThat(origins.of("192.0.2.1")).contains("no pod of context one");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertProblem(
                () -> one.cluster.readDatabase("team-a", "gone"),
                Problem.Kind.NOT_FOUND,
                "KUBE-404",
                "read Database team-a/gone of context one: the API server answered HTTP 404 NotFound",
                "Check the name and the namespace");
        assertProblem(
                () -> one.cluster.readInstance(new InstanceRef("infra", "gone")),
                Problem.Kind.NOT_FOUND,
                "KUBE-404",
                "DatabaseInstance infra/gone");
    }

    @Test
    void aClusterWithoutTheOperatorSaysWhichSystemIsMissing() throws IOException {
        try (KubeApi bare = KubeApi.start();
                KubeContexts contexts = OneCluster.contexts(folder, bare.url().toString(), "")) {
            assertProblem(
                    () -> contexts.open("one").readDatabase("team-a", "billing"),
                    Problem.Kind.NOT_INSTALLED,
                    "KUBE-NOT-INSTALLED",
                    "db-provision-operator is not installed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../../secrets/admin", "a?x=y", "a#b", "a%2Fb", "a b\n", "ä:\u202E", "a;b@c"})
    void noNameLeavesItsPlaceInTheAddress(String name) {
        one.api.forgetRequests();
        assertProblem(() -> one.cluster.readDatabase("team-a", name), Problem.Kind.NOT_FOUND, "KUBE-404");
        assertProblem(() -> one.cluster.readDatabase(name, "billing"), Problem.Kind.NOT_FOUND, "KUBE-404");
        assertThat(one.api.requests())
                .allMatch(request -> request.matches("GET /apis/dbops.dbprovision.io(/v1alpha1/namespaces/"
                        + "(team-a/databases/[A-Za-z0-9%._~-]+|[A-Za-z0-9%._~-]+/databases/billing))?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void namesThatWouldChangeTheAddressAreRefused(String name) {
        assertProblem(() -> one.cluster.readDatabase("team-a", name), Problem.Kind.INVALID, "KUBE-NAME");
        assertProblem(() -> one.cluster.readDatabase(name, "billing"), Problem.Kind.INVALID, "KUBE-NAME");
        assertThat(one.api.requests()).noneMatch(request -> request.contains("/databases"));
    }

    @Test
    void theIdentityHoldsAddressAuthorityAndTheUidOfKubeSystem() {
        String uid = one.api
                .find("namespaces", "", "kube-system")
                .orElseThrow()
                .at("/metadata/uid")
                .asText();
        assertThat(one.cluster.identity()).isEqualTo(one.api.url() + " ca none (not encrypted) kube-system " + uid);
    }

    @Test
    void anUnreadableKubeSystemIsSaidInTheIdentity() {
        one.api.access().admit("admin", "ada", wish -> !wish.resource().equals("namespaces"));
        assertThat(one.cluster.identity()).endsWith(" kube-system not readable (KUBE-403)");
    }

    @Test
    void theServerVersionIsRead() {
        assertThat(one.cluster.readServerVersion()).startsWith("v1.");
    }

    @Test
    void aVersionOfTheGroupThatIsNotKnownHereIsUsedWhereItIsTheOnlyOne() {
        one.api.load("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: manageddatabases.dbaoperator.app-sre.redhat.com}
                spec:
                  group: dbaoperator.app-sre.redhat.com
                  names: {kind: ManagedDatabase, plural: manageddatabases, singular: manageddatabase}
                  scope: Namespaced
                  versions: [{name: v2beta1, served: true, storage: true}]
                """);
        assertThat(one.cluster.readEvents(new dev.plumbline.model.ResourceRef(
                        "one", "dbaoperator.app-sre.redhat.com", "manageddatabases", "team-a", "x")))
                .isEmpty();
        assertThat(one.cluster
                        .readEstate(new dev.plumbline.job.CancelToken(), dev.plumbline.job.Progress.NONE)
                        .problems())
                .isEmpty();
        assertThat(one.api.requests())
                .anyMatch(request -> request.contains("/apis/dbaoperator.app-sre.redhat.com/v2beta1/manageddatabases"));
    }
}
