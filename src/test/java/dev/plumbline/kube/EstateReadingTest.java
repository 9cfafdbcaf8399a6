package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Problem;
import dev.plumbline.sandbox.kubeapi.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateReadingTest {
    private static final String DATABASES = "/v1alpha1/databases\\?";

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

    private EstateContext read() {
        return one.cluster.readEstate(new CancelToken(), Progress.NONE);
    }

    private void loadDatabases(int count) {
        StringBuilder yaml = new StringBuilder();
        for (int index = 0; index < count; index++) {
            yaml.append("---\n{apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database, metadata: {name: d")
                    .append(index)
                    .append(", namespace: team-a}, spec: {name: d, instanceRef: {name: pg-main, namespace: infra}},"
                            + " status: {phase: Ready}}\n");
        }
        one.api.load(yaml.toString());
    }

    private static List<String> names(EstateContext estate) {
        return estate.resources().stream()
                .map(row -> row.kind() + " " + row.ref().namespace() + "/"
                        + row.ref().name())
                .toList();
    }

    @Test
    void everythingIsListedAndWhatIsNotInstalledIsNamed() {
        EstateContext estate = read();
        assertThat(names(estate)).containsExactly("DatabaseInstance infra/pg-main", "Database team-a/billing");
        assertThat(estate.context()).isEqualTo("one");
        assertThat(estate.serverVersion()).startsWith("v1.");
        assertThat(estate.namespaces()).containsExactly("infra", "team-a");
        assertThat(estate.problems()).isEmpty();
        assertThat(estate.missingSystems())
                .containsExactly(
                        "DBUpgrade operator is not installed: the cluster serves no resources of"
                                + " dbupgrade.subbug.learning.",
                        "dba-operator is not installed: the cluster serves no resources of"
                                + " dbaoperator.app-sre.redhat.com.");
        EstateResource billing = estate.resources().get(1);
        assertThat(billing.detail()).isEqualTo("postgres on infra/pg-main");
        assertThat(billing.phase()).isEqualTo("Ready");
        assertThat(billing.system()).isEqualTo("db-provision-operator");
    }

    @Test
    void otherSystemsAreListedByGroupAndPluralThoughTheyShareAShortName() {
        one.api.load("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: dbupgrades.dbupgrade.subbug.learning}
                spec:
                  group: dbupgrade.subbug.learning
                  names: {kind: DBUpgrade, plural: dbupgrades, singular: dbupgrade, shortNames: [dbu]}
                  scope: Namespaced
                  versions: [{name: v1alpha1, served: true, storage: true}]
                ---
                {apiVersion: dbupgrade.subbug.learning/v1alpha1, kind: DBUpgrade, metadata: {name: up, namespace: team-a},
                 spec: {migrations: {image: "m:1"}}}
                ---
                {apiVersion: dbops.dbprovision.io/v1alpha1, kind: DatabaseUser, metadata: {name: ada, namespace: team-a},
                 spec: {username: ada, instanceRef: {name: pg-main, namespace: infra}}}
                """);
        EstateContext estate = read();
        assertThat(names(estate)).contains("DBUpgrade team-a/up", "DatabaseUser team-a/ada");
        assertThat(estate.missingSystems()).noneMatch(sentence -> sentence.startsWith("DBUpgrade"));
    }

    @Test
    void tenThousandResourcesArriveInPagesWithATotal() {
        loadDatabases(10_000);
        List<int[]> heard = Collections.synchronizedList(new ArrayList<>());
        EstateContext estate =
                one.cluster.readEstate(new CancelToken(), (doing, done, total) -> heard.add(new int[] {done, total}));
        assertThat(estate.resources()).hasSize(10_002);
        assertThat(one.api.requests().stream().filter(request -> request.contains("continue=")))
                .hasSize(20);
        assertThat(heard).anySatisfy(step -> assertThat(step).containsExactly(501, 10_002));
        assertThat(heard.get(heard.size() - 1)).containsExactly(10_002, 10_002);
    }

    @Test
    void aForgottenListBeginsAnew() {
        loadDatabases(1_200);
        one.api.faults().next(1, "GET", DATABASES + ".*continue=", Fault.status(410, "Expired", "too old"));
        EstateContext estate = read();
        assertThat(estate.resources()).hasSize(1_202);
        assertThat(estate.problems()).isEmpty();
        assertThat(one.api.requests().stream().filter(request -> request.matches("GET .*" + DATABASES + "limit=500$")))
                .hasSize(2);
    }

    @Test
    void aListForgottenTwiceIsReadWithoutPages() {
        loadDatabases(1_200);
        one.api.faults().next(2, "GET", DATABASES + ".*continue=", Fault.status(410, "Expired", "too old"));
        assertThat(read().resources()).hasSize(1_202);
        assertThat(one.api.requests()).anyMatch(request -> request.endsWith("/v1alpha1/databases"));
    }

    @Test
    void whereAllNamespacesAreForbiddenThoseAllowedAreListedAndTheRestIsUnknown() {
        one.api.load("{apiVersion: v1, kind: Namespace, metadata: {name: team-b}}");
        one.api
                .access()
                .admit(
                        "admin",
                        "ada",
                        wish -> wish.resource().equals("namespaces")
                                || wish.namespace().equals("team-a"));
        EstateContext estate = read();
        assertThat(names(estate)).containsExactly("Database team-a/billing");
        assertThat(estate.problems()).hasSize(2);
        assertThat(estate.problems().get(0)).satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(problem.object())
                    .contains("databaseinstances, databases, databaseusers")
                    .endsWith("in all namespaces");
            assertThat(problem.answer())
                    .contains("User \"ada\" cannot list", "at the cluster scope", "Shown are those of team-a.")
                    .contains("infra", "team-b", "unknown, not absent");
        });
        assertThat(estate.problems().get(1).object())
                .isEqualTo("clusterdatabaseinstances, clusterdatabaseroles, clusterdatabasegrants");
    }

    @Test
    void whereEvenNamespacesAreForbiddenTheContextsOwnIsTried() {
        one.api.access().admit("admin", "ada", wish -> wish.namespace().equals("team-a"));
        EstateContext estate = read();
        assertThat(names(estate)).containsExactly("Database team-a/billing");
        assertThat(estate.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.answer()).contains("unknown, not absent"));
    }

    @Test
    void whereNothingMayBeListedThatIsSaidAndNothingIsShown() {
        one.api.access().admit("admin", "ada", wish -> false);
        EstateContext estate = read();
        assertThat(estate.resources()).isEmpty();
        assertThat(estate.problems()).hasSize(2);
    }

    @Test
    void aKindThatCannotBeReadIsAGapBesideAllOthers() {
        one.api.faults().next(9, "GET", DATABASES, Fault.status(500, "InternalError", "etcd is sad"));
        EstateContext estate = read();
        assertThat(names(estate)).containsExactly("DatabaseInstance infra/pg-main");
        assertThat(estate.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("list databases in all namespaces", "etcd is sad", "unknown, not absent"));
    }

    @Test
    void anHtmlPageForOneKindIsAGapToo() {
        one.api.faults().next(1, "GET", DATABASES, Fault.html());
        assertThat(read().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.answer()).contains("an HTML page instead of JSON"));
    }

    @Test
    void malformedResourcesAreRows() {
        one.api.load("{apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database,"
                + " metadata: {name: odd, namespace: team-a}, spec: {name: d, instanceRef: {name: 5}}}");
        assertThat(read().resources()).anySatisfy(row -> {
            assertThat(row.ref().name()).isEqualTo("odd");
            assertThat(row.message()).isEqualTo("spec.instanceRef.name: expected a string, found the number 5.");
        });
    }

    @Test
    void anExpiredLoginEndsTheReading() {
        one.api.access().revoke("admin");
        assertProblem(this::read, Problem.Kind.AUTHENTICATION, "KUBE-401", "list the API groups", "Log in again");
    }
}
