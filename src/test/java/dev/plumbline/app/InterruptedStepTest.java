package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.Verdict;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps whose answer did not come, in a world that others have changed since. */
class InterruptedStepTest {
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
            """;

    private static final TestPostgres SERVER = TestPostgres.newest();

    @TempDir
    Path home;

    private KubeApi api;
    private Wiring wiring;

    @BeforeEach
    void begin() throws IOException {
        api = KubeApi.start().load(OBJECTS);
        Path kubeconfig = Files.writeString(home.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: team-a}}]
                """.formatted(api.url()));
        wiring = new Wiring(
                () -> Optional.of(kubeconfig), Map.of("PLUMBLINE_HOME", home.toString()), home, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        wiring.close();
        api.close();
    }

    @Test
    void aServerInTroubleMayHaveDoneItAndOneThatRefusesHasNot() throws IOException {
        try (RunbookRun run = run("kube restart", "kind: deployment\nname: web")) {
            api.faults().next(1, "PATCH", "^(?!.*dryRun=)", Fault.status(503, "ServiceUnavailable", "later"));
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            api.faults().clear();
            api.faults().next(1, "PATCH", "^(?!.*dryRun=)", Fault.status(403, "Forbidden", "not you"));
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.FAILED);
        }
    }

    @Test
    void aRestartThatSomebodyElseMadeSinceIsNotTakenForThisOneAndNotRepeatedUnasked() throws IOException {
        try (RunbookRun run = run("kube restart", "kind: deployment\nname: web")) {
            api.faults().next(1, "PATCH", "^(?!.*dryRun=)", Fault.dropped());
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            assertThat(preview(run).verdict()).isEqualTo(Verdict.WOULD_CHANGE);
            assertThat(preview(run).destructive()).isEmpty();

            restarted("2020-01-01T00:00:00Z");
            Preview again = preview(run);
            assertThat(again.destructive()).containsOnlyKeys("again");
            assertThat(again.stepClass()).isEqualTo(StepClass.DESTRUCTIVE);
            assertThat(again.lines().get(0)).contains("cannot be told");
            StepState refused = once(run, again, Set.of());
            assertThat(refused.status()).as("it may still have taken effect").isEqualTo(StepStatus.INTERRUPTED);
            assertThat(refused.sentence()).contains("Send it again", "was not allowed");
            assertThat(restarts()).isEqualTo("2020-01-01T00:00:00Z");
            assertThat(preview(run).destructive()).containsOnlyKeys("again");
        }
    }

    @Test
    void whatMayHaveTakenEffectStillMayHaveWhereSendingItAgainFails() throws IOException {
        try (RunbookRun run = run("kube restart", "kind: deployment\nname: web")) {
            api.faults().next(1, "PATCH", "^(?!.*dryRun=)", Fault.dropped());
            once(run, preview(run));
            restarted("2020-01-01T00:00:00Z");
            for (Fault fault : List.of(Fault.status(403, "Forbidden", "not you"), Fault.dropped())) {
                Preview again = preview(run);
                assertThat(again.destructive()).containsOnlyKeys("again");
                api.faults().next(1, "PATCH", "^(?!.*dryRun=)", fault);
                assertThat(once(run, again).status()).isEqualTo(StepStatus.INTERRUPTED);
            }
            assertThat(preview(run).destructive()).containsOnlyKeys("again");
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.NOT_VERIFIED);
            assertThat(preview(run).destructive()).isEmpty();
        }
    }

    @Test
    void aDeletedObjectWhoseNameAnotherHasNowIsNotDeletedAgain() throws IOException {
        String first = api.find("deployments.apps", "team-a", "web")
                .orElseThrow()
                .at("/metadata/uid")
                .asText();
        try (RunbookRun run = run("kube delete", "kind: deployment\nname: web")) {
            api.faults().next(1, "DELETE", "^(?!.*dryRun=)", Fault.dropped());
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            assertThat(preview(run).verdict()).as("it is still there").isEqualTo(Verdict.WOULD_CHANGE);

            api.faults().next(1, "DELETE", "^(?!.*dryRun=)", Fault.cutBody());
            once(run, preview(run));
            api.faults().clear();
            deleteAsAnother();
            api.load(OBJECTS);
            Preview again = preview(run);
            assertThat(again.verdict()).isEqualTo(Verdict.ALREADY_SO);
            assertThat(again.lines().get(0)).contains(first);
            assertThat(once(run, again).status()).as("nothing verifies it").isEqualTo(StepStatus.NOT_VERIFIED);
            assertThat(run.state().variables()).containsEntry("deleted_uid", first);
            assertThat(run.transcript().entries())
                    .filteredOn(entry -> entry.kind() == EntryKind.STARTED)
                    .as("a console that ends in sending nothing is understood by the next")
                    .hasSize(3)
                    .allMatch(entry -> entry.data().at("/marks/uid").asText().equals(first)
                            && entry.data().at("/promised/deleted_uid").asText().equals(first));
            assertThat(api.find("deployments.apps", "team-a", "web")).isPresent();
        }
    }

    @Test
    void aRequestThatNobodyAnsweredIsOnlySentAgainWhereThatIsAllowed() throws IOException {
        String url = api.url() + "/api/v1/namespaces/team-a/configmaps";
        try (RunbookRun run = run(
                "http",
                "url: " + url
                        + "\nmethod: POST\nbody: '{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"x\"}}'"
                        + "\nheaders: {Content-Type: application/json}\nexpect: {status: 201}")) {
            api.faults().next(1, "POST", "configmaps", Fault.dropped());
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            Preview again = preview(run);
            assertThat(again.destructive()).containsOnlyKeys("again");
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> run.run(
                                    "step",
                                    new StepApproval("another", Set.of("again"), "", SafeMode.CONFIRM, "a test"),
                                    sentence -> {},
                                    new CancelToken())))
                    .isNull();
            assertThat(run.state().step("step").orElseThrow().sentence()).contains("another preview");
            assertThat(api.list("configmaps", "team-a")).isEmpty();
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.NOT_VERIFIED);
            assertThat(api.list("configmaps", "team-a")).hasSize(1);
        }
    }

    @Test
    void anOperatorThatWasAskedToReconcileIsNotAskedAgain() throws IOException {
        api.load(Files.readString(Path.of("src/main/resources/sandbox/crds.yaml")));
        api.load("""
                apiVersion: velocity.sh/v1
                kind: SchemaDefinition
                metadata:
                  name: order
                  namespace: team-a
                  labels: {velocity.sh/org: acme, velocity.sh/app: supply-chain, velocity.sh/domain: procurement}
                spec: {version: v1, search: {tier: Tier1}, fields: [{name: code, type: string}]}
                """);
        try (RunbookRun run = run("plan", "operation: force-reconcile\nwith: {schema: order}")) {
            api.faults().next(1, "PATCH", "schemadefinitions", Fault.dropped());
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            assertThat(preview(run).verdict()).isEqualTo(Verdict.WOULD_CHANGE);
            api.faults().next(1, "PATCH", "schemadefinitions", exchange -> {
                api.change("schemadefinitions.velocity.sh", "team-a", "order", now -> {
                    now.withObject("/metadata/annotations")
                            .put("velocity.sh/force-reconcile-at", "2026-01-01T00:00:00Z");
                    return now;
                });
                throw new IOException("the answer is lost");
            });
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.INTERRUPTED);
            Preview again = preview(run);
            assertThat(again.verdict()).isEqualTo(Verdict.ALREADY_SO);
            assertThat(again.lines().get(0)).contains("2026-01-01T00:00:00Z");
        }
    }

    @Test
    void whatWasDoneAndWhoseVerificationWasStoppedIsNotDoneAgain() throws IOException {
        try (RunbookRun run = run("kube label", """
                kind: deployment
                name: web
                labels: {a: b}
                ```
                ```check verify timeout=1m
                kube: {kind: deployment, name: web}
                is: {.status.readyReplicas: 2}""")) {
            CancelToken cancel = new CancelToken();
            Preview preview = preview(run);
            run.run(
                    "step",
                    new StepApproval(preview.digest(), Set.of(), "", SafeMode.CONFIRM, "a test"),
                    sentence -> cancel.cancel(),
                    cancel);
            StepState stopped = run.state().step("step").orElseThrow();
            assertThat(stopped.status()).isEqualTo(StepStatus.NOT_VERIFIED);
            assertThat(stopped.sentence()).startsWith("It was done; verifying it was stopped by");
            api.change("deployments.apps", "team-a", "web", now -> {
                now.withObject("/status").put("readyReplicas", 2);
                return now;
            });
            run.verify("step", sentence -> {}, new CancelToken());
            assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(StepStatus.VERIFIED);
        }
    }

    @Test
    void aGuardOfAWayThatWasNotChosenStopsNothing() throws IOException {
        String guard = "```check guard id=%s\nkube: {kind: deployment, name: web}\nis: {.spec.replicas: %d}\n```\n";
        try (RunbookRun run =
                begin("```decision id=way\nquestion: Which?\noptions: {one: {section: one}, two: {section: two}}\n```\n"
                        + "# One\n\n" + guard.formatted("never", 9)
                        + "```kube label id=first\nkind: deployment\nname: web\nlabels: {a: b}\n```\n"
                        + "# Two\n\n" + guard.formatted("so", 2)
                        + "```kube label id=step\nkind: deployment\nname: web\nlabels: {a: b}\n```\n")) {
            run.decide("way", "two");
            once(run, preview(run));
            assertThat(run.state().stopped()).isEmpty();
            assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(StepStatus.NOT_VERIFIED);
        }
        try (RunbookRun run =
                begin("```decision id=way\nquestion: Which?\noptions: {one: {section: one}, two: {section: two}}\n```\n"
                        + "# One\n\n# Two\n\n" + guard.formatted("never", 9)
                        + "```kube label id=step\nkind: deployment\nname: web\nlabels: {a: c}\n```\n")) {
            run.decide("way", "two");
            once(run, preview(run));
            assertThat(run.state().stopped()).startsWith("Guard never: ");
        }
    }

    @Test
    void whatWasDoneIsNotLeftRunningWhereItsVerificationBreaks() throws IOException {
        try (RunbookRun run = run("kube label", """
                kind: deployment
                name: web
                labels: {a: b}
                ```
                ```check verify
                kube: {kind: deployment, name: web}
                is: {.spec.replicas: 9}""")) {
            Preview preview = preview(run);
            assertThatThrownBy(() -> run.run(
                            "step",
                            new StepApproval(preview.digest(), Set.of(), "", SafeMode.CONFIRM, "a test"),
                            sentence -> {
                                throw new IllegalStateException("a listener broke");
                            },
                            new CancelToken()))
                    .isInstanceOf(IllegalStateException.class);
            StepState told = run.state().step("step").orElseThrow();
            assertThat(told.status()).isEqualTo(StepStatus.NOT_VERIFIED);
            assertThat(told.sentence()).startsWith("It was done; verifying it broke off with IllegalStateException");
        }
    }

    @Test
    void aRequestThatWasAnsweredOtherwiseThanExpectedMayHaveBeenServed() throws IOException {
        String body = "\nurl: " + api.url()
                + "/api/v1/namespaces/team-a/configmaps\nmethod: POST\nbody: '{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"NAME\"}}'"
                + "\nheaders: {Content-Type: application/json}\n";
        for (String expected : List.of("expect: {status: 200}", "expect: {status: 201}\ncapture: {x: .nowhere}")) {
            try (RunbookRun run = run(
                    "http", body.strip().replace("NAME", expected.contains("200") ? "one" : "two") + "\n" + expected)) {
                assertThat(once(run, preview(run)).status()).as(expected).isEqualTo(StepStatus.INTERRUPTED);
                assertThat(preview(run).destructive()).containsOnlyKeys("again");
            }
        }
        try (RunbookRun run = run("http", body.strip() + "\nexpect: {status: 201}")) {
            api.faults().next(1, "POST", "configmaps", Fault.status(403, "Forbidden", "not you"));
            assertThat(once(run, preview(run)).status()).as("refused").isEqualTo(StepStatus.FAILED);
        }
    }

    @Test
    void statementsThatStandAreNotSentAgainUnasked() throws IOException {
        String database = SERVER.freshDatabase("interrupted_step");
        try {
            SERVER.execute(database, "CREATE TABLE once (i int)");
            String dsn = "postgresql://" + SERVER.superuser() + ":"
                    + TestPostgres.password().reveal() + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                    + "?sslmode=disable";
            try (RunbookRun run =
                    begin("```sql change id=step\nINSERT INTO once VALUES (1)\n```\n", Optional.of(dsn))) {
                CancelToken cancel = new CancelToken();
                Preview preview = preview(run);
                run.run(
                        "step",
                        new StepApproval(
                                preview.digest(),
                                preview.destructive().keySet(),
                                preview.typed(),
                                SafeMode.CONFIRM,
                                "a test"),
                        sentence -> {
                            if (sentence.equals("reading again")) {
                                cancel.cancel();
                            }
                        },
                        cancel);
                StepState told = run.state().step("step").orElseThrow();
                assertThat(told.status()).as(told.sentence()).isEqualTo(StepStatus.NOT_VERIFIED);
                assertThat(told.evidence()).anyMatch(line -> line.contains("read again"));
            }
            String text = "INSERT INTO once VALUES (1);\nCREATE INDEX CONCURRENTLY ON nowhere (i)";
            try (RunbookRun run = begin("```sql change id=step\n" + text + "\n```\n", Optional.of(dsn))) {
                StepState told = once(run, preview(run));
                assertThat(told.status()).as(told.sentence()).isEqualTo(StepStatus.INTERRUPTED);
                assertThat(told.sentence()).contains("nowhere", "1 statement stands.");
                assertThat(preview(run).destructive()).containsKey("again");
            }
        } finally {
            SERVER.dropDatabase(database);
        }
    }

    /** Two replicas before a restart are two replicas after it. */
    @ParameterizedTest
    @ValueSource(ints = {403, 503})
    void whatHeldBeforeDoesNotVerifyAStepThatWasNotSeenToEnd(int status) throws IOException {
        try (RunbookRun run = run("kube restart", """
                kind: deployment
                name: web
                ```
                ```check verify
                kube: {kind: deployment, name: web}
                is: {.spec.replicas: 2}""")) {
            api.faults().next(1, "PATCH", "^(?!.*dryRun=)", Fault.status(status, "Forbidden", "not you"));
            StepStatus before = once(run, preview(run)).status();
            assertThat(before).isEqualTo(status == 403 ? StepStatus.FAILED : StepStatus.INTERRUPTED);
            run.verify("step", sentence -> {}, new CancelToken());
            assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(before);
            assertThat(run.transcript().entries())
                    .last()
                    .satisfies(entry -> assertThat(entry.text("sentence")).startsWith("What verifies it held before"));
            assertThat(once(run, preview(run)).status()).isEqualTo(StepStatus.VERIFIED);
        }
    }

    /** A console that ends right after it wrote down what it did: the checks of the runbook do not outweigh that reading again did not show it. */
    @Test
    void whatReadingAgainDidNotShowIsNotVerifiedByChecksWhereTheConsoleEnded() throws IOException {
        String database = SERVER.freshDatabase("unverified_step");
        try {
            SERVER.execute(
                    database,
                    "CREATE ROLE unverified_from",
                    "CREATE ROLE unverified_to",
                    "CREATE TABLE one (i int)",
                    "ALTER TABLE one OWNER TO unverified_from");
            String dsn = "postgresql://" + SERVER.superuser() + ":"
                    + TestPostgres.password().reveal() + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                    + "?sslmode=disable";
            String id;
            try (RunbookRun run = begin(
                    "```plan id=step\noperation: reassign\nwith: {role: unverified_from, to: unverified_to}\n```\n"
                            + "```check verify\nsql: SELECT true\n```\n",
                    Optional.of(dsn))) {
                id = run.id();
                CancelToken cancel = new CancelToken();
                Preview preview = preview(run);
                run.run(
                        "step",
                        new StepApproval(
                                preview.digest(), preview.destructive().keySet(), "", SafeMode.CONFIRM, "a test"),
                        sentence -> {
                            if (sentence.equals("reading again")) {
                                cancel.cancel();
                            }
                        },
                        cancel);
                assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(StepStatus.NOT_VERIFIED);
            }
            Path transcript = wiring.runbooks().runs().folder(id).resolve("transcript.jsonl");
            List<String> lines = Files.readAllLines(transcript);
            assertThat(lines.get(lines.size() - 1)).contains("\"kind\":\"not-verified\"");
            assertThat(lines.get(lines.size() - 2)).contains("\"kind\":\"ran\"", "\"unverified\"");
            Files.write(transcript, lines.subList(0, lines.size() - 1));
            SERVER.execute(database, "CREATE TABLE two (i int)", "ALTER TABLE two OWNER TO unverified_from");
            try (RunbookRun run = resumed(id, dsn)) {
                assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(StepStatus.NOT_VERIFIED);
            }
            Files.write(transcript, lines.subList(0, lines.size() - 1));
            SERVER.execute(database, "DROP TABLE two");
            try (RunbookRun run = resumed(id, dsn)) {
                assertThat(run.state().step("step").orElseThrow().status()).isEqualTo(StepStatus.VERIFIED);
            }
        } finally {
            SERVER.dropDatabase(database);
            SERVER.execute("postgres", "DROP ROLE IF EXISTS unverified_from, unverified_to");
        }
    }

    private RunbookRun resumed(String id, String dsn) {
        var runbooks = wiring.runbooks();
        return RunbookRun.resume(
                runbooks.runs(),
                id,
                new RunTarget("c", "team-a", Optional.of(dsn), Optional.empty(), SafeMode.CONFIRM),
                runbooks.tools(),
                new CancelToken());
    }

    private void restarted(String at) {
        api.change("deployments.apps", "team-a", "web", now -> {
            now.withObject("/spec/template/metadata/annotations").put("kubectl.kubernetes.io/restartedAt", at);
            return now;
        });
    }

    private String restarts() {
        return api.find("deployments.apps", "team-a", "web")
                .orElseThrow()
                .at("/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt")
                .asText();
    }

    private void deleteAsAnother() throws IOException {
        var connection = (java.net.HttpURLConnection) api.url()
                .resolve("/apis/apps/v1/namespaces/team-a/deployments/web")
                .toURL()
                .openConnection();
        connection.setRequestMethod("DELETE");
        assertThat(connection.getResponseCode()).isEqualTo(200);
    }

    private RunbookRun run(String kind, String body) throws IOException {
        return begin("```" + kind + " id=step\n" + body + "\n```\n");
    }

    private RunbookRun begin(String blocks) throws IOException {
        return begin(blocks, Optional.empty());
    }

    private RunbookRun begin(String blocks, Optional<String> dsn) throws IOException {
        Path file =
                Files.writeString(home.resolve("one.md"), "---\ntitle: One step\nrequires: [cluster]\n---\n" + blocks);
        var runbooks = wiring.runbooks();
        return RunbookRun.begin(
                runbooks.runs(),
                runbooks.library(List.of()).find(file.toString()),
                new RunTarget("c", "team-a", dsn, Optional.empty(), SafeMode.CONFIRM),
                Map.of(),
                runbooks.tools());
    }

    private static Preview preview(RunbookRun run) {
        return run.preview("step", new CancelToken(), Progress.NONE);
    }

    private static StepState once(RunbookRun run, Preview preview) {
        return once(run, preview, preview.destructive().keySet());
    }

    private static StepState once(RunbookRun run, Preview preview, Set<String> allowed) {
        return run.run(
                        "step",
                        new StepApproval(preview.digest(), allowed, "", SafeMode.CONFIRM, "a test"),
                        sentence -> {},
                        new CancelToken())
                .step("step")
                .orElseThrow();
    }
}
