package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Sql;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and values that mean something else to SQL, YAML, JSON, a URL, a shell or the eye, through every place of a runbook where an input can stand: each arrives as it is or is refused, what was to be hit stands
 * untouched, and what the transcript calls the command is what the server was sent.
 */
@Timeout(240)
class HostileRunbookTest {
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static final List<String> HOSTILE = List.of(
            "x\"; DROP ROLE canary_of_runbooks; --",
            "a'b'); DROP TABLE public.canary; --",
            "line\nDROP TABLE public.canary;\n\\! reboot\n",
            "$(reboot) `reboot` ${role:identifier} $$",
            "\\'; DROP TABLE public.canary; -- \\",
            "\u202Eelbat\u2066 \u05E9\u05DC\u05D5\u05DD \uD83D\uDE80\u200B",
            "{\"a\": [1]}, last: 2 # ?b=c&d=%2e%2e/../");
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
            """;

    @TempDir
    Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void whatAnInputHoldsIsNeverMoreThanAValue() throws Exception {
        String database = SERVER.freshDatabase("hostile_runbook");
        SERVER.execute(
                database,
                "CREATE ROLE canary_of_runbooks",
                "CREATE TABLE public.canary (id int)",
                "INSERT INTO public.canary VALUES (1)");
        HttpServer http = serve();
        try (KubeApi api = KubeApi.start().load(OBJECTS)) {
            Path kubeconfig = kubeconfig(api);
            Path runbook = Files.writeString(
                    home.resolve("hostile.md"),
                    Files.readString(Path.of("src/test/resources/runbook/hostile.md"))
                            .replace(
                                    "{{http}}",
                                    "http://127.0.0.1:" + http.getAddress().getPort()));
            try (Wiring wiring = wiring(kubeconfig)) {
                for (String hostile : HOSTILE) {
                    everywhere(wiring.runbooks(), runbook, database, hostile);
                    assertThat(SERVER.query(database, "SELECT id FROM public.canary"))
                            .as(hostile)
                            .containsExactly("1");
                    assertThat(api.list("deployments.apps", "team-a")).hasSize(1);
                    assertThat(api.list("configmaps", "")).isEmpty();
                }
            }
            assertThat(api.requests()).noneMatch(request -> request.contains("DROP") || request.contains("reboot"));
        } finally {
            http.stop(0);
        }
        assertThat(SERVER.query(
                        database, "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = 'canary_of_runbooks'"))
                .hasSize(1);
        SERVER.execute("postgres", "DROP ROLE canary_of_runbooks");
    }

    @Test
    void aWordThatTheFormatKnowsIsAnOrdinaryValueOfAnInput() throws IOException {
        try (KubeApi api = KubeApi.start().load(OBJECTS)) {
            Path kubeconfig = kubeconfig(api);
            Path runbook = Files.writeString(home.resolve("words.md"), """
                    ---
                    title: Words of the format
                    inputs:
                      note: {type: text, label: A text}
                      database: {type: text, label: A database}
                    ---
                    ```kube annotate id=value
                    kind: deployment
                    name: web
                    annotations: {example.org/note: "${note}", example.org/at: now}
                    ```
                    ```sql id=elsewhere database=${database}
                    SELECT 1
                    ```
                    """);
            try (Wiring wiring = wiring(kubeconfig);
                    RunbookRun run = RunbookRun.begin(
                            wiring.runbooks().runs(),
                            wiring.runbooks().library(List.of()).find(runbook.toString()),
                            new RunTarget("c", "team-a", Optional.empty(), Optional.empty(), SafeMode.CONFIRM),
                            Map.of("note", "now", "database", "velocity"),
                            wiring.runbooks().tools())) {
                through(run);
                assertThat(api.requests())
                        .as("a Database of this name is looked for, not Velocity's own login")
                        .noneMatch(request -> request.contains("secrets") || request.contains("velocity-system"));
            }
            var annotations =
                    api.find("deployments.apps", "team-a", "web").orElseThrow().at("/metadata/annotations");
            assertThat(annotations.path("example.org/note").asText()).isEqualTo("now");
            assertThat(annotations.path("example.org/at").asText()).startsWith("20");
        }
    }

    private Path kubeconfig(KubeApi api) throws IOException {
        return Files.writeString(home.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: team-a}}]
                """.formatted(api.url()));
    }

    private Wiring wiring(Path kubeconfig) {
        return new Wiring(
                () -> Optional.of(kubeconfig), Map.of("PLUMBLINE_HOME", home.toString()), home, Clock.systemUTC());
    }

    /** Answers a path's parts and a body's field as it understood them. */
    private HttpServer serve() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            URI uri = exchange.getRequestURI();
            asked.add(uri.toString());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = uri.getRawPath().split("/", -1);
            String understood = parts[1].equals("look")
                    ? parts.length + " " + URLDecoder.decode(parts[2].replace("+", "%2B"), StandardCharsets.UTF_8)
                    : new ObjectMapper().readTree(body).path("note").asText();
            byte[] answer = understood.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
        return http;
    }

    private void everywhere(Runbooks runbooks, Path runbook, String database, String hostile) {
        Name name = Name.of(hostile);
        Name doomed = Name.of(hostile + "2");
        String place = Sql.quoted(name) + "." + Sql.quoted(name);
        SERVER.execute(
                database,
                "CREATE ROLE " + Sql.quoted(name),
                "CREATE ROLE " + Sql.quoted(doomed),
                "CREATE SCHEMA " + Sql.quoted(name),
                "CREATE TABLE " + place + " (note text)",
                "CREATE TABLE " + Sql.quoted(name) + ".owned ()",
                "ALTER TABLE " + Sql.quoted(name) + ".owned OWNER TO " + Sql.quoted(doomed));
        RunTarget target = new RunTarget(
                "c",
                "team-a",
                Optional.of("postgresql://" + SERVER.superuser() + ":"
                        + TestPostgres.password().reveal() + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                        + "?sslmode=disable"),
                Optional.empty(),
                SafeMode.CONFIRM);
        Map<String, String> inputs =
                Map.of("role", hostile, "doomed", doomed.text(), "schema", hostile, "table", hostile, "note", hostile);
        asked.clear();
        try (RunbookRun run = RunbookRun.begin(
                runbooks.runs(),
                runbooks.library(List.of()).find(runbook.toString()),
                target,
                inputs,
                runbooks.tools())) {
            check(hostile, run, through(run));
        }
        assertThat(SERVER.query(database, "SELECT note FROM " + place)).containsExactly(hostile);
        assertThat(SERVER.query(
                        database,
                        "SELECT pg_get_userbyid(relowner)::text FROM pg_class WHERE relname = 'owned' AND relnamespace = "
                                + "(SELECT oid FROM pg_namespace WHERE nspname = " + Sql.quotedLiteral(hostile) + ")"))
                .containsExactly(hostile);
        SERVER.execute(database, "DROP SCHEMA " + Sql.quoted(name) + " CASCADE", "DROP ROLE " + Sql.quoted(name));
    }

    /** Each step's end: the code of its refusal, or its status. */
    private static Map<String, String> through(RunbookRun run) {
        Map<String, String> ends = new LinkedHashMap<>();
        while (run.state().next().isPresent()) {
            String id = run.state().next().get().block().id();
            String end;
            try {
                Preview preview = run.preview(id, new CancelToken(), Progress.NONE);
                StepState after = run.run(
                                id,
                                new StepApproval(
                                        preview.digest(),
                                        preview.destructive().keySet(),
                                        "",
                                        SafeMode.CONFIRM,
                                        "a test"),
                                sentence -> {},
                                new CancelToken())
                        .step(id)
                        .orElseThrow();
                end = after.status() == StepStatus.FAILED
                        ? code(run, id)
                        : after.status().word();
            } catch (ProblemException refused) {
                end = refused.problem().code();
            }
            ends.put(id, end);
            if (run.state().next().filter(next -> next.block().id().equals(id)).isPresent()) {
                run.skip(id, end);
            }
        }
        return ends;
    }

    private static String code(RunbookRun run, String step) {
        return last(run, step, EntryKind.FAILED).text("code");
    }

    private static Entry last(RunbookRun run, String step, EntryKind kind) {
        return run.transcript().entries().stream()
                .filter(entry -> entry.step().equals(step) && entry.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void check(String hostile, RunbookRun run, Map<String, String> ends) {
        String verified = StepStatus.VERIFIED.word();
        for (String done :
                List.of("read", "sent", "change", "equal", "reassign", "drop-role", "value", "path", "body")) {
            assertThat(ends).as(hostile).containsEntry(done, done.equals("body") ? "not verified" : verified);
        }
        for (String quoted : List.of("quoted", "commented", "escaped-too-far")) {
            assertThat(ends).as(hostile).containsEntry(quoted, "RB-QUOTED");
        }
        assertThat(ends).containsEntry("number", "RB-FORM").containsEntry("dump", "RB-PATH");
        for (String named : List.of("get", "annotate", "delete", "apply", "namespace")) {
            assertThat(ends).as(hostile).containsEntry(named, "KUBE-NAME");
        }
        assertThat(ends)
                .as("a name with a stroke names a kind before it: " + hostile)
                .containsEntry("logs", hostile.contains("/") ? "KUBE-KIND" : "KUBE-NAME");
        assertThat(ends).as(hostile).containsEntry("absent", "RB-CHECK-FAILED");
        assertThat(last(run, "absent", EntryKind.FAILED).text("answer"))
                .contains("no Kubernetes resource or namespace can have this name");
        assertThat(ends).as(hostile).containsEntry("host", "RB-URL");
        assertThat(run.state().variables()).containsEntry("said", hostile);
        String sent = last(run, "sent", EntryKind.STARTED).text("command");
        assertThat(last(run, "sent", EntryKind.RAN)
                        .data()
                        .path("evidence")
                        .get(1)
                        .asText()
                        .strip())
                .as("the server was sent what the transcript calls the command")
                .startsWith(sent.strip());
        assertThat(asked).hasSize(2);
        assertThat("GET http://127.0.0.1:" + asked.get(0))
                .isEqualTo(last(run, "path", EntryKind.STARTED).text("command").replaceFirst(":\\d+/", ":/"));
    }
}
