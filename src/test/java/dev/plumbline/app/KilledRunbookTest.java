package dev.plumbline.app;

import static dev.plumbline.app.KilledLane.LOST;
import static dev.plumbline.app.KilledLane.SERVED;
import static dev.plumbline.app.RunbookToKill.ANSWERED;
import static dev.plumbline.app.RunbookToKill.DONE;
import static dev.plumbline.app.RunbookToKill.RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.ReadTranscript;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import dev.plumbline.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two runs through steps of every kind, whose consoles are killed in each of them, before and after it takes effect: what took effect is not done again, what did not is, people are asked again unless their answer
 * stands, a wait goes on with its own deadline, and the chain holds. A kind of block that no console is killed in fails the test.
 */
@Timeout(300)
class KilledRunbookTest {
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, namespace: team-a, annotations: {log.plumbline.dev/app: "starting\\nready\\n"}}
            spec: {containers: [{name: app, image: web, ports: [{containerPort: 8080}]}]}
            status: {phase: Running}
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s, namespace: team-a}
            spec: {replicas: 2, selector: {matchLabels: {app: %1$s}}, template: {metadata: {labels: {app: %1$s}}}}
            """;
    private static final String RESTARTED_AT = "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt";

    @TempDir
    Path home;

    private final List<Closeable> open = new ArrayList<>();
    private final Optional<Integer> dumpable = dumpable();
    private final TestPostgres server = dumpable.map(TestPostgres::major).orElseGet(TestPostgres::newest);
    private final List<String> changed = new CopyOnWriteArrayList<>();
    private final Set<String> restarts = new ConcurrentSkipListSet<>();
    private final Set<String> looks = new ConcurrentSkipListSet<>();
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final AtomicReference<KilledLane.Kill> post = new AtomicReference<>();
    private String dsn = "";
    private Path kubeconfig = Path.of("");

    @AfterEach
    void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }

    @Test
    void everyKindOfStepSurvivesItsConsole() throws Exception {
        String database = server.freshDatabase("killed_runbook");
        server.execute(
                database,
                "CREATE TABLE public.seen (what text)",
                "CREATE TABLE public.odd (id int GENERATED ALWAYS AS IDENTITY)",
                "CREATE ROLE killed_role");
        dsn = "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
        KubeApi api = KubeApi.start();
        open.add(api::close);
        api.load(Files.readString(Path.of("src/main/resources/sandbox/crds.yaml")));
        api.load(OBJECTS);
        List.of("web", "slow", "old").forEach(name -> api.load(DEPLOYMENT.formatted(name)));
        watch(api);
        kubeconfig = Files.writeString(home.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: team-a}}]
                current-context: c
                """.formatted(api.url()));
        KilledLane cluster = cluster(api);
        KilledLane outside = outside(database);
        ExecutorService lanes = Executors.newFixedThreadPool(2);
        open.add(lanes::shutdownNow);
        Future<RunFolders> ofCluster = lanes.submit(() -> cluster.go(kill -> arm(api, cluster, kill)));
        Future<RunFolders> ofOutside = lanes.submit(() -> outside.go(post::set));
        atTheCluster(wholeChain(ofCluster.get(), cluster));
        outsideOfIt(database, wholeChain(ofOutside.get(), outside));
        everyKindIsThere(Map.of(cluster, ofCluster.get(), outside, ofOutside.get()));
        tampered(ofOutside.get());
        assumeTrue(
                dumpable.isPresent(),
                "no pg_dump of this machine is as new as a server of these tests, so nobody was killed in dump and restore");
    }

    private static Optional<Integer> dumpable() {
        try (Wiring wiring = new Wiring(Optional::empty, System.getenv(), Path.of("target"), Clock.systemUTC())) {
            return TestPostgres.majors()
                    .boxed()
                    .filter(each ->
                            wiring.runbooks().tools().dumps().missing(each).isEmpty())
                    .max(Integer::compare);
        }
    }

    private KilledLane cluster(KubeApi api) throws IOException {
        KilledLane lane = lane("cluster", "");
        lane.kill("get", DONE, false).kill("logs", DONE, false);
        lane.effect("patch", () -> deployment(api, "web").at("/spec/replicas").asInt() == 3);
        lane.effect("annotate", () -> !looks.isEmpty());
        lane.effect("label", () -> deployment(api, "web").at("/metadata/labels").has("seen"));
        lane.effect("apply", () -> api.find("configmaps", "team-a", "made").isPresent());
        lane.effect("restart", () -> deployment(api, "web").at(RESTARTED_AT).isTextual());
        lane.effect(
                "restart-slow", () -> deployment(api, "slow").at(RESTARTED_AT).isTextual());
        lane.effect(
                "delete", () -> api.find("deployments.apps", "team-a", "old").isEmpty());
        for (String step : List.of("patch", "annotate", "label", "apply", "restart")) {
            lane.kill(step, LOST, false).kill(step, SERVED, true);
        }
        lane.kill("restart-slow", SERVED, true);
        lane.kill("delete", LOST, false).kill("delete", SERVED, true);
        return lane.kill("forward", DONE, false).kill("wait", "", 2, false);
    }

    private KilledLane outside(String database) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        open.add(() -> http.stop(0));
        KilledLane lane =
                lane("outside", "http://127.0.0.1:" + http.getAddress().getPort());
        http.createContext("/", exchange -> {
            String asked = exchange.getRequestURI().getPath().substring(1);
            KilledLane.Kill kill = Objects.requireNonNull(post.get());
            if (kill.step().equals(asked) && kill.moment().equals(LOST)) {
                lane.endConsole();
                throw new IOException("nobody is there any more");
            }
            served.add(asked);
            if (kill.step().equals(asked) && kill.moment().equals(SERVED)) {
                lane.endConsole();
            }
            byte[] posted = (served.contains("post") ? "yes" : "no").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, posted.length);
            exchange.getResponseBody().write(posted);
            exchange.close();
        });
        http.start();
        lane.effect("post", () -> served.contains("post"));
        lane.effect("change", () -> rows(database, "change 1") == 1);
        lane.effect("blind", () -> rows(database, "blind") == 1);
        lane.effect(
                "drop-role",
                () -> server.query(database, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'killed_role'")
                        .isEmpty());
        lane.effect("restore", () -> rows(database, "blind") == 2);
        lane.kill("read", DONE, false).kill("asked", DONE, false);
        lane.kill("post", LOST, false).kill("post", SERVED, true).kill("post-unverified", RECORDED, true);
        lane.kill("change", "2 of 2", false).kill("change", "reading again", true);
        lane.kill("blind", "reading again", true).kill("counted", DONE, false);
        lane.kill("drop-role", "1 of ", false).kill("drop-role", "reading again", true);
        lane.effect(
                "set-aside",
                () -> server.query(database, "SELECT pg_catalog.to_regclass('public.odd') IS NULL")
                        .contains("t"));
        lane.kill("set-aside", "reading again", true);
        if (dumpable.isPresent()) {
            lane.kill("dump", "reading the file back", false);
            lane.kill("restore", "restoring into", false).kill("restore", "counting rows after", true);
        }
        return lane.kill("way", ANSWERED, false)
                .kill("approve", ANSWERED, false)
                .kill("manual", ANSWERED, false);
    }

    private KilledLane lane(String name, String http) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/runbook/killed", name + ".md"))
                .replace("{{http}}", http);
        if (dumpable.isEmpty()) {
            text = text.replaceAll("(?s)```(dump|restore) .*?```\n", "");
        }
        Path of = Files.createDirectories(home.resolve(name));
        return new KilledLane(of, kubeconfig, dsn, Files.writeString(of.resolve(name + ".md"), text));
    }

    /** The cluster ends the console as soon as a write of the step has come that is no trial. */
    private static void arm(KubeApi api, KilledLane lane, KilledLane.Kill kill) {
        if (kill.step().equals("delete") && kill.moment().equals(LOST)) {
            readyAfterAWhile(api, lane);
        }
        if (!kill.moment().equals(LOST) && !kill.moment().equals(SERVED)) {
            return;
        }
        String method = kill.step().equals("apply") ? "POST" : kill.step().equals("delete") ? "DELETE" : "PATCH";
        api.faults().next(1, method, "^(?!.*dryRun=)", exchange -> {
            byte[] whole = exchange.getRequestBody().readAllBytes();
            lane.endConsole();
            if (kill.moment().equals(LOST)) {
                throw new IOException("nobody is there any more");
            }
            exchange.setStreams(new ByteArrayInputStream(whole), null);
            return false;
        });
    }

    /** The pods of the restarted Deployment are ready at the second look of the step that goes on with it. */
    private static void readyAfterAWhile(KubeApi api, KilledLane lane) {
        AtomicInteger looks = new AtomicInteger();
        api.faults().next(Integer.MAX_VALUE, "GET", "/deployments/slow$", exchange -> {
            if (lane.begunSoFar("restart-slow") == 2 && looks.incrementAndGet() == 2) {
                api.change("deployments.apps", "team-a", "slow", now -> {
                    now.withObject("/status").put("readyReplicas", 1);
                    return now;
                });
            }
            return false;
        });
    }

    private void watch(KubeApi api) {
        open.add(api.watch("deployments.apps", deployment -> {
            String name = deployment.at("/metadata/name").asText();
            changed.add(name);
            String restarted = deployment.at(RESTARTED_AT).asText("");
            if (!restarted.isEmpty()) {
                restarts.add(name + " " + restarted);
            }
            String looked = deployment
                    .path("metadata")
                    .path("annotations")
                    .path("example.org/looked-at")
                    .asText("");
            if (!looked.isEmpty()) {
                looks.add(looked);
            }
        }));
        open.add(api.watch(
                "configmaps", made -> changed.add(made.at("/metadata/name").asText())));
    }

    private static ObjectNode deployment(KubeApi api, String name) {
        return api.find("deployments.apps", "team-a", name).orElseThrow();
    }

    private int rows(String database, String what) {
        return Integer.parseInt(server.query(database, "SELECT count(*) FROM public.seen WHERE what = '" + what + "'")
                .get(0));
    }

    private static List<Entry> wholeChain(RunFolders runs, KilledLane lane) {
        ReadTranscript read = runs.transcript(KilledLane.run(runs));
        assertThat(read.broken()).isEmpty();
        assertThat(read.entries())
                .filteredOn(entry -> entry.kind() == EntryKind.RESUMED)
                .hasSameSizeAs(lane.kills());
        return read.entries();
    }

    private void atTheCluster(List<Entry> entries) {
        assertThat(changed)
                .as(
                        "each change was stored once: patch, annotate, label, restart; apply; the other restart and its status")
                .containsExactlyInAnyOrder("web", "web", "web", "web", "made", "slow", "slow");
        assertThat(restarts).hasSize(2);
        assertThat(looks).hasSize(1);
        for (String read : List.of("get", "logs")) {
            KilledLane.begun(entries, read, 2, EntryKind.VERIFIED);
        }
        KilledLane.begun(entries, "forward", 3, 2, EntryKind.VERIFIED);
        for (String change : List.of("patch", "annotate", "label", "apply", "restart", "delete")) {
            KilledLane.begun(entries, change, 2, EntryKind.VERIFIED);
        }
        KilledLane.begun(entries, "restart-slow", 2, EntryKind.VERIFIED);
        KilledLane.begun(entries, "gone", 1, EntryKind.VERIFIED);
        waitedByItsOwnDeadline(entries);
    }

    private void outsideOfIt(String database, List<Entry> entries) {
        assertThat(server.query(database, "SELECT what FROM public.seen ORDER BY 1"))
                .isEqualTo(
                        dumpable.isPresent()
                                ? List.of("blind", "blind", "change 1", "change 1")
                                : List.of("blind", "change 1"));
        assertThat(served)
                .filteredOn(asked -> asked.equals("post") || asked.equals("unverified"))
                .containsExactly("post", "unverified");
        assertThat(served)
                .filteredOn("health"::equals)
                .as("a read is asked again")
                .hasSize(2);
        for (String again : List.of("read", "asked", "post", "change", "counted")) {
            KilledLane.begun(entries, again, 2, EntryKind.VERIFIED);
        }
        assertThat(entries)
                .filteredOn(entry -> entry.step().equals("post") && entry.kind() == EntryKind.PREVIEWED)
                .extracting(entry -> entry.data().path("destructive").has("again"))
                .as("whether the lost request was served cannot be told")
                .containsExactly(false, true);
        KilledLane.begun(entries, "post-unverified", 1, EntryKind.SKIPPED);
        KilledLane.begun(entries, "blind", 2, EntryKind.SKIPPED);
        KilledLane.begun(entries, "drop-role", 3, EntryKind.VERIFIED);
        KilledLane.begun(entries, "set-aside", 2, EntryKind.VERIFIED);
        KilledLane.begun(entries, "is-aside", 1, EntryKind.VERIFIED);
        if (dumpable.isPresent()) {
            KilledLane.begun(entries, "dump", 2, EntryKind.VERIFIED);
            KilledLane.begun(entries, "restore", 3, EntryKind.VERIFIED);
        }
        KilledLane.begun(entries, "way", 0, EntryKind.DECIDED);
        KilledLane.begun(entries, "approve", 0, EntryKind.VERIFIED);
        KilledLane.begun(entries, "manual", 0, EntryKind.VERIFIED);
    }

    private static void waitedByItsOwnDeadline(List<Entry> entries) {
        List<Entry> ofWait =
                entries.stream().filter(entry -> entry.step().equals("wait")).toList();
        List<Entry> started = ofWait.stream()
                .filter(entry -> entry.kind() == EntryKind.STARTED)
                .toList();
        Entry failed = ofWait.stream()
                .filter(entry -> entry.kind() == EntryKind.FAILED)
                .findFirst()
                .orElseThrow();
        assertThat(failed.text("code")).isEqualTo("RB-WAIT");
        Duration left = Duration.ofSeconds(3)
                .minus(Duration.between(started.get(0).at(), started.get(1).at()));
        Duration waited = Duration.between(started.get(1).at(), failed.at());
        assertThat(waited).isLessThan((left.isNegative() ? Duration.ZERO : left).plusSeconds(2));
    }

    /** A kind that is added to the format must be added here: killed once, and where it changes something before and after its effect. */
    private void everyKindIsThere(Map<KilledLane, RunFolders> lanes) {
        Set<BlockKind> killed = EnumSet.noneOf(BlockKind.class);
        Set<BlockKind> before = EnumSet.noneOf(BlockKind.class);
        Set<BlockKind> after = EnumSet.noneOf(BlockKind.class);
        lanes.forEach((lane, runs) -> {
            Runbook runbook = runs.files(KilledLane.run(runs)).runbook();
            for (KilledLane.Kill kill : lane.kills()) {
                BlockKind kind = lane.kindOf(runbook, kill);
                killed.add(kind);
                (kill.took() ? after : before).add(kind);
            }
        });
        Set<BlockKind> wanted = EnumSet.allOf(BlockKind.class);
        if (dumpable.isEmpty()) {
            wanted.removeAll(Set.of(BlockKind.DUMP, BlockKind.RESTORE));
        }
        assertThat(killed).isEqualTo(wanted);
        Set<BlockKind> changing = EnumSet.copyOf(wanted);
        changing.removeIf(kind -> !kind.least().changes());
        assertThat(before).containsAll(changing);
        assertThat(after).containsAll(changing);
    }

    private void tampered(RunFolders runs) throws IOException {
        String run = KilledLane.run(runs);
        Path file = runs.transcriptFile(run);
        List<String> whole = Files.readAllLines(file);
        for (int at = 0; at < whole.size(); at++) {
            List<String> lines = new ArrayList<>(whole);
            int middle = lines.get(at).length() / 2;
            char there = lines.get(at).charAt(middle);
            lines.set(
                    at,
                    lines.get(at).substring(0, middle)
                            + (there == 'x' ? 'y' : 'x')
                            + lines.get(at).substring(middle + 1));
            Files.write(file, lines);
            assertThat(runs.transcript(run).broken().orElseThrow().line()).isEqualTo(at + 1L);
            lines = new ArrayList<>(whole);
            lines.remove(at);
            Files.write(file, lines);
            assertThat(runs.transcript(run).broken().map(ReadTranscript.Broken::line))
                    .isEqualTo(at == whole.size() - 1 ? Optional.empty() : Optional.of(at + 1L));
        }
        List<String> lines = new ArrayList<>(whole);
        lines.set(4, lines.get(4).replaceFirst("\"step\":\"[a-z]", "\"step\":\"x"));
        Files.write(file, lines);
        try (Wiring wiring =
                new Wiring(Optional::empty, Map.of("PLUMBLINE_HOME", home.toString()), home, Clock.systemUTC())) {
            assertThat(catchThrowableOfType(
                                    ProblemException.class,
                                    () -> RunbookRun.resume(
                                            runs,
                                            run,
                                            RunbookToKill.target(dsn),
                                            wiring.runbooks().tools(),
                                            new CancelToken()))
                            .problem()
                            .code())
                    .isEqualTo("RUN-TAMPERED");
        }
    }
}
