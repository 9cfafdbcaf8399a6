package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Destination;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the fields of a runbook offer: names of a database and of a cluster, and what is told where there are none, where they may not be listed, and where nothing answers. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RunbookNamesWindowTest extends RunbookRig {
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: team-b}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: team-a, labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: job-7, namespace: team-b}, spec: {containers: [{name: job, image: job}]}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: login, namespace: team-a}, data: {password: cGFzcw==, user: dXNlcg==}}
            """;
    private static final String LIMITED = "runbook_names_limited";
    private static final String OF_DATABASE = """
            ---
            title: Look at a table
            inputs:
              area: {type: schema, label: The schema that the table lies in}
              table: {type: table, label: The table that is looked at}
              reader: {type: role, label: Who reads it}
              elsewhere: {type: pod, label: A pod that nobody can list from here}
            ---
            ```sql id=look
            SELECT ${area}, ${table}, ${reader}, ${elsewhere}
            ```
            """;
    private static final String OF_CLUSTER = """
            ---
            title: Look at a deployment
            inputs:
              app: {type: deployment, label: What is looked at}
              pod: {type: pod, label: One of its pods}
              other: {type: namespace, label: Another namespace}
              neighbour: {type: pod, label: A pod over there}
              key: {type: secret, label: How one logs in}
              role: {type: role, label: A role of no database}
            requires: [cluster]
            ---
            ```kube get id=app
            kind: deployment
            name: ${app}
            ```
            ```kube get id=pod
            kind: pod
            name: ${pod}
            ```
            ```kube get id=neighbour
            kind: pod
            name: ${neighbour}
            namespace: ${other}
            ```
            ```http id=asked
            url: http://127.0.0.1:9/
            headers: {Authorization: "${key} ${role}"}
            ```
            """;

    @Start
    void start(Stage primary) {
        on(primary);
    }

    @AfterEach
    void stop() {
        end();
    }

    @Test
    void namesOfADatabaseAreOfferedAndWhatIsNotKnownIsNotCalledAbsent(FxRobot robot, @TempDir Path folder)
            throws Exception {
        begin(folder, OBJECTS);
        sql(
                "CREATE SCHEMA sales",
                "CREATE SCHEMA empty",
                "CREATE TABLE sales.orders (id int)",
                "CREATE TABLE public.note (id int)",
                "CREATE TABLE sales.\"line\nbreak\" (id int)",
                "CREATE VIEW sales.seen AS SELECT 1 AS one");
        Path book = runbook("look.md", OF_DATABASE);
        shutTheGate();
        show(new Destination.BeginRun(SHOP, book.toString()));
        assertThat(words("instead")).contains("Reading the runbook");
        openTheGate();
        waitFor(() -> told("area").contains("schemas in connection shop"));
        assertThat(input("area").getItems()).containsExactly("empty", "public", "sales");
        assertThat(input("table").getItems()).containsExactly("public.note", "sales.orders");
        assertThat(told("table")).contains("1 more have names that no field can hold");
        assertThat(input("reader").getItems())
                .contains("postgres")
                .last()
                .asString()
                .startsWith("pg_");
        assertThat(told("elsewhere")).contains("No cluster is named here");
        write(robot, "table", "ORD");
        assertThat(input("table").getItems()).as("what holds what is typed").containsExactly("sales.orders");
        robot.interact(() -> input("table").getSelectionModel().select(0));
        assertThat(input("table").getEditor().getText()).isEqualTo("sales.orders");
        robot.interact(() -> input("table").show());
        assertThat(input("table").getItems()).hasSize(2);
        robot.interact(() -> input("table").hide());
        write(robot, "area", "sales");
        assertThat(input("table").getItems()).containsExactly("sales.orders");
        write(robot, "area", "empty");
        assertThat(told("table")).isEqualTo("No table in schema empty of connection shop.");
        write(robot, "table", "empty.gone");
        assertThat(input("table").getEditor().getText()).isEqualTo("empty.gone");
        robot.interact(() -> input("area").getEditor().requestFocus());
        write(robot, "area", "salez");
        assertThat(told("area")).as("nobody has finished writing").startsWith("3 schemas");
        robot.interact(() -> input("table").getEditor().requestFocus());
        ScreenStage.settle();
        assertThat(told("area")).startsWith("△ Not among them: 3 schemas");
        pictures("runbooks-names");
        sql("CREATE SCHEMA salez");
        robot.clickOn("#again-table");
        waitFor(() -> told("area").equals("4 schemas in connection shop"));
        sql(
                "CREATE ROLE " + LIMITED + " LOGIN PASSWORD 'limited'",
                "REVOKE SELECT ON pg_catalog.pg_roles FROM PUBLIC",
                "REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC");
        connect("limited", LIMITED, "limited");
        show(new Destination.BeginRun(new Destination.Direct("limited"), book.toString()));
        waitFor(() -> told("table").contains("Unknown, not empty: the tables of connection limited may not be listed"));
        assertThat(told("table")).contains("permission denied for", ". Type the name by hand.");
        assertThat(told("reader")).contains("1 role in connection limited; others are unknown, not absent");
        assertThat(words("form")).doesNotContain("it is needed");
        pictures("runbooks-names-unknown");
        connect("nobody", "nobody_at_all", "wrong");
        show(new Destination.BeginRun(new Destination.Direct("nobody"), book.toString()));
        waitFor(() -> told("reader").startsWith("▲ The roles of connection nobody could not be read, as told above."));
        assertThat(told("table")).contains("Type the name by hand.");
        assertThat(words("notices")).containsOnlyOnce("password authentication failed for user \"nobody_at_all\"");
        pictures("runbooks-names-failed");
        sql("DROP OWNED BY " + LIMITED, "DROP ROLE " + LIMITED);
    }

    @Test
    void namesOfAClusterAreOfferedNamespaceByNamespace(FxRobot robot, @TempDir Path folder) throws Exception {
        begin(folder, OBJECTS);
        Path book = runbook("deployment.md", OF_CLUSTER);
        show(new Destination.BeginRun(CLUSTER, book.toString()));
        waitFor(() -> told("namespace").contains("namespaces in context c"));
        assertThat(input("other").getItems()).contains("team-a", "team-b");
        assertThat(told("app")).contains("Offered once this is given: The namespace that it acts in");
        assertThat(told("neighbour")).contains("Offered once this is given: Another namespace");
        assertThat(told("role")).contains("No database is named here");
        api().forgetRequests();
        CountDownLatch held = new CountDownLatch(1);
        api().faults().next(1, "GET", "namespaces/team-a/pods", Fault.after(() -> await(held)));
        write(robot, "namespace", "team-a");
        waitFor(() -> told("pod").equals("Reading the pods of namespace team-a of context c…"));
        picture("runbooks-names-loading");
        held.countDown();
        waitFor(() -> told("key").contains("2 keys of Secrets in namespace team-a"));
        assertThat(input("app").getItems()).containsExactly("web");
        assertThat(input("pod").getItems()).containsExactly("web-1");
        assertThat(input("app").getEditor().getText()).as("the only answer").isEqualTo("web");
        assertThat(told("app")).contains("· the only one, so it stands here");
        assertThat(input("key").getEditor().getText()).as("one of several").isEmpty();
        write(robot, "pod", "");
        robot.interact(() -> input("app").getEditor().requestFocus());
        assertThat(input("pod").getEditor().getText()).as("was taken out").isEmpty();
        assertThat(input("key").getItems()).containsExactly("login/password", "login/user");
        assertThat(listed("pods")).as("one reading for all fields").hasSize(1);
        write(robot, "other", "team-b");
        waitFor(() -> input("neighbour").getItems().equals(List.of("job-7")));
        pictures("runbooks-names-cluster");
        api().faults().next(1, "GET", "namespaces/team-b/pods", Fault.status(403, "Forbidden", "pods is forbidden"));
        api().faults().next(1, "GET", "namespaces/team-b/secrets", Fault.status(403, "Forbidden", "no secrets"));
        write(robot, "namespace", "team-b");
        waitFor(() -> told("key").contains("Unknown, not empty: the keys of Secrets of namespace team-b"));
        assertThat(told("key")).contains("no secrets");
        assertThat(told("app")).contains("No deployment in namespace team-b");
        assertThat(input("app").getEditor().getText())
                .as("goes with the list that it was of")
                .isEmpty();
        write(robot, "namespace", "team-c");
        waitFor(() -> told("pod").contains("No pod in namespace team-c"));
    }

    private static void await(CountDownLatch held) {
        try {
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> listed(String plural) {
        return api().requests().stream()
                .filter(request -> request.contains("/namespaces/team-a/" + plural))
                .toList();
    }

    private void write(FxRobot robot, String name, String text) {
        robot.interact(() -> input(name).getEditor().setText(text));
        ScreenStage.settle();
    }

    private String told(String name) {
        return text("offer-" + name);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> input(String name) {
        return (ComboBox<String>) node("input-" + name);
    }
}
