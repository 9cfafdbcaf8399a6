package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.ReadTranscript;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.ChildJvm;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run through a step of every kind, whose console is killed in each of them: what took effect is not done again, what did not is, a wait goes on with its own deadline, and the chain holds. */
@Timeout(300)
class KilledRunbookTest {
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static final String RUNBOOK = """
            ---
            title: Killed in every step
            requires: [cluster]
            ---
            ```sql id=read
            SELECT 1
            ```
            ```http id=asked
            url: %s
            expect: {status: 200}
            ```
            ```sql change id=rolled-back
            INSERT INTO public.seen VALUES ('rolled-back')
            ```
            ```check verify
            sql: SELECT count(*) FROM public.seen WHERE what = 'rolled-back'
            equals: 1
            ```
            ```sql change id=committed
            INSERT INTO public.seen VALUES ('committed')
            ```
            ```check verify
            sql: SELECT count(*) FROM public.seen WHERE what = 'committed'
            equals: 1
            ```
            ```kube annotate id=annotate
            kind: deployment
            name: web
            annotations: {example.org/seen: "yes"}
            ```
            ```check verify
            kube: {kind: deployment, name: web}
            is: {'.metadata.annotations["example.org/seen"]': "yes"}
            ```
            ```plan id=drop-role
            operation: drop-role
            with: {role: killed_role}
            ```
            ```kube delete id=delete
            kind: deployment
            name: old
            ```
            ```check verify
            kube: {kind: deployment, name: old}
            absent: true
            ```
            ```kube wait id=wait timeout=4s
            kind: deployment
            name: web
            for: {is: {.status.readyReplicas: 7}}
            ```
            ```check id=check
            sql: SELECT count(*) FROM public.seen
            equals: 2
            ```
            """;
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: old, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: old}}, template: {metadata: {labels: {app: old}}}}
            """;

    @TempDir
    Path home;

    private String dsn = "";
    private Path kubeconfig = Path.of("");

    @Test
    void everyKindOfStepSurvivesItsConsole() throws Exception {
        String database = SERVER.freshDatabase("killed_runbook");
        SERVER.execute(database, "CREATE TABLE public.seen (what text)");
        SERVER.execute(database, "CREATE ROLE killed_role");
        dsn = "postgresql://" + SERVER.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + SERVER.host() + ":" + SERVER.port() + "/" + database
                + "?sslmode=disable";
        AtomicInteger asked = new AtomicInteger();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        http.start();
        try (KubeApi api = KubeApi.start().load(OBJECTS)) {
            kubeconfig = Files.writeString(home.resolve("kubeconfig"), """
                    clusters: [{name: c, cluster: {server: "%s"}}]
                    users: [{name: u, user: {}}]
                    contexts: [{name: c, context: {cluster: c, user: u, namespace: team-a}}]
                    current-context: c
                    """.formatted(api.url()));
            Path runbook = Files.writeString(
                    home.resolve("killed.md"),
                    RUNBOOK.formatted("http://127.0.0.1:" + http.getAddress().getPort() + "/"));
            kill(runbook.toString(), "read", "ran", 1);
            RunFolders runs = new RunFolders(home.resolve("runs"));
            String run = runs.list().get(0).id();
            kill(run, "asked", "ran", 1);
            kill(run, "rolled-back", "2 of 2", 1);
            kill(run, "committed", "reading again", 1);
            kill(run, "annotate", "ran", 1);
            kill(run, "drop-role", "reading again", 1);
            kill(run, "delete", "ran", 1);
            kill(run, "wait", "", 2);
            assertThat(RunbookToKill.onceMore(home, kubeconfig, dsn, run)).isEqualTo("FINISHED");
            List<Entry> entries = wholeChain(runs, run);
            assertThat(asked.get()).as("a read is asked again").isEqualTo(2);
            started(entries, "read", 2);
            started(entries, "asked", 2);
            started(entries, "rolled-back", 2);
            started(entries, "committed", 1);
            started(entries, "annotate", 1);
            started(entries, "drop-role", 2);
            started(entries, "delete", 1);
            assertThat(SERVER.query(database, "SELECT what FROM public.seen ORDER BY 1"))
                    .isEqualTo(SERVER.query(database, "VALUES ('committed'), ('rolled-back')"));
            waitedByItsOwnDeadline(entries);
            tampered(runs, run);
        } finally {
            http.stop(0);
        }
    }

    private void kill(String runbookOrRun, String step, String moment, int times) throws Exception {
        Process console = ChildJvm.start(
                Files.createDirectories(home.resolve("tmp")),
                RunbookToKill.class,
                home.toString(),
                kubeconfig.toString(),
                dsn,
                runbookOrRun,
                step,
                moment,
                Integer.toString(times));
        String said = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(console.exitValue()).as(step + ": " + said).isEqualTo(137);
    }

    private static List<Entry> wholeChain(RunFolders runs, String run) {
        ReadTranscript read = runs.transcript(run);
        assertThat(read.broken()).isEmpty();
        assertThat(read.entries())
                .filteredOn(entry -> entry.kind() == EntryKind.RESUMED)
                .hasSize(8);
        return read.entries();
    }

    private static void started(List<Entry> entries, String step, int times) {
        assertThat(entries)
                .filteredOn(entry -> entry.step().equals(step) && entry.kind() == EntryKind.STARTED)
                .as(step)
                .hasSize(times);
        assertThat(entries)
                .filteredOn(entry -> entry.step().equals(step) && entry.kind() == EntryKind.VERIFIED)
                .as(step)
                .hasSize(1);
    }

    private static void waitedByItsOwnDeadline(List<Entry> entries) {
        List<Entry> ofWait =
                entries.stream().filter(entry -> entry.step().equals("wait")).toList();
        Entry first = ofWait.stream()
                .filter(entry -> entry.kind() == EntryKind.STARTED)
                .findFirst()
                .orElseThrow();
        List<Entry> started = ofWait.stream()
                .filter(entry -> entry.kind() == EntryKind.STARTED)
                .toList();
        Entry failed = ofWait.stream()
                .filter(entry -> entry.kind() == EntryKind.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.text("code")).isEqualTo("RB-WAIT");
        Duration left = Duration.ofSeconds(4)
                .minus(Duration.between(first.at(), started.get(1).at()));
        Duration waited = Duration.between(started.get(1).at(), failed.at());
        assertThat(waited).isLessThan((left.isNegative() ? Duration.ZERO : left).plusSeconds(3));
    }

    private static void tampered(RunFolders runs, String run) throws IOException {
        Path file = runs.transcriptFile(run);
        List<String> lines = Files.readAllLines(file);
        lines.set(4, lines.get(4).replaceFirst("\"step\":\"[a-z]", "\"step\":\"x"));
        Files.write(file, lines);
        assertThat(runs.transcript(run).broken().orElseThrow().line()).isEqualTo(5);
    }
}
