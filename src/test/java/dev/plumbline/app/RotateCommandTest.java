package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.operation.rotation.RotationListener;
import dev.plumbline.operation.rotation.Rotations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunBegun;
import dev.plumbline.testing.Kubectl;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In this order: the samples as they are, then what stands of them after their rotations. */
@SuppressWarnings("NullAway.Init")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RotateCommandTest {
    private static final String NAMESPACE = "registry";
    private static Sandbox sandbox;

    @TempDir
    static Path home;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.temporary());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    @Order(1)
    void theSamplesAreToldWithWhatKeepsThemFromBeingRotated() throws SQLException {
        try (Connection worker = as("dba_m1", password("mirror-m1"), "registry_mirror")) {
            assertThat(worker.isValid(1)).isTrue();
            Called mirror = rotate("mirror", "--dry-run", "--detailed-exitcode");
            assertThat(mirror.code()).as(mirror.err()).isEqualTo(3);
            assertThat(mirror.out())
                    .contains("chain: ○ m1 → ● m2 (current) → △ m3 (desired, pending)")
                    .contains("Two heads: m3 and m3b both follow m2; the way to m3 takes m3.")
                    .contains("▲ in use   dba_m1, Secret mirror-m1")
                    .contains("Secret mirror-m1 is used in pod mirror-worker-0 (variable PGPASSWORD of container wait)")
                    .contains("Secret mirror-m1 will be used again by CronJob mirror-prune")
                    .contains("Unable to remove user dba_m1, 1 active sessions remaining")
                    .containsPattern("session \\d+ in registry_mirror from 127.0.0.1, pod mirror-worker-0")
                    .contains(
                            "Attempting to convert a column (media_type) to NOT NULL on a table (manifest) when null data")
                    .contains(
                            "Attempting to add a unique index to a table (manifest) which contains non-unique data over"
                                    + " the specified columns ([digest])")
                    .doesNotContain("specified columns ([id])")
                    .contains("Attempting to add a column to a large table (manifest)")
                    .contains("spec.schemaHints[3].table: this kind has no such field.");
        }
        assertThat(rotate("mirror").code()).isEqualTo(4);
        assertThat(rotate("missing-link").out())
                .contains("✕ e4 (missing)", "Unable to fetch DatabaseMigration (registry/e4): there is none");
        assertThat(rotate("cycle").out()).contains("goes in a circle: g2 after g1 after g2.");
        assertThat(rotate("legacy").out())
                .contains("version b27d9e by the status alone", "its connection string is for mysql", "readonly");
        assertThat(rotate("two-heads", "--dry-run").out()).doesNotContain("dba_m1, Secret");
        assertThat(rotate("quay", "--metrics").out())
                .contains("database_table_rows_estimate{database=\"quay\",table=\"repository\"} 40")
                .contains("database_table_next_id{database=\"quay\",table=\"repository\"} 41")
                .contains("public_repositories{database=\"quay\",team=\"registry\"} 10");
        assertThat(rotate("nothing").err()).contains("KUBE-404");
    }

    @Test
    @Order(2)
    void aWholeRotationLeavesTheTwoNewestVersionsAndNothingOfTheOldest() throws Exception {
        assertThat(rotate("quay").err()).contains("hazard-not-allowed");
        assertThat(rotate("quay", "--allow-destructive", "--read-only").code()).isEqualTo(4);
        String before = kubectl("get", "secrets,manageddatabases", "-n", NAMESPACE);
        Called done = rotate("quay", "--allow-destructive");
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(done.out()).contains("Rotated, and verified by reading again.");
        String after = kubectl("get", "secrets,manageddatabases", "-n", NAMESPACE);
        if (!before.isEmpty()) {
            assertThat(before).contains("secret/quay-a1f03c").doesNotContain("secret/quay-c9e814");
            assertThat(after).contains("secret/quay-c9e814").doesNotContain("secret/quay-a1f03c");
        }
        assertThat(rows(
                        "registry",
                        "SELECT rolname FROM pg_roles WHERE rolname IN ('dba_a1f03c', 'dba_b27d9e', 'dba_c9e814')"
                                + " ORDER BY 1"))
                .containsExactly("dba_b27d9e", "dba_c9e814");
        try (Connection newest = as("dba_c9e814", password("quay-c9e814"), "registry");
                Connection older = as("dba_b27d9e", password("quay-b27d9e"), "registry");
                Statement write = newest.createStatement();
                Statement read = older.createStatement()) {
            assertThat(write.executeUpdate("INSERT INTO tag (repository_id, name) VALUES (1, 'latest')"))
                    .isEqualTo(1);
            assertThat(read.executeQuery("SELECT description FROM repository LIMIT 1")
                            .next())
                    .isTrue();
        }
        assertThat(rows("registry", "SELECT rolpassword FROM pg_authid WHERE rolname = 'dba_c9e814'")
                        .get(0))
                .startsWith("SCRAM-SHA-256$4096:");
        JsonNode quay = object("manageddatabases", "quay");
        assertThat(quay.at("/status/currentVersion").asText()).isEqualTo("c9e814");
        JsonNode secret = object("secrets", "quay-c9e814");
        assertThat(secret.at("/metadata/labels/database-uid").asText()).isEqualTo("quay-uid");
        assertThat(secret.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("ManagedDatabase");
        JsonNode job = object("jobs.batch", "quay-c9e814");
        assertThat(job.at("/spec/backoffLimit").asInt()).isZero();
        assertThat(job.at("/spec/template/spec/containers/0/env").findValuesAsText("name"))
                .contains("DBA_OP_CONNECTION_STRING", "DBA_OP_JOB_ID", "DBA_OP_LABEL_MIGRATION");
        assertThat(rotate("quay").out()).contains("Nothing is to be done.");
        assertNothingTells(password("quay-c9e814"), done);
    }

    private static void assertNothingTells(String password, Called done) throws IOException {
        String verifier = "SCRAM-SHA-256$";
        String encoded = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
        assertThat(done.out() + done.err()).doesNotContain(password, verifier, encoded);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text.contains(password) || text.contains(verifier) || text.contains(encoded))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    /** Stopped after every step that it takes, refused when a Secret moves meanwhile, it ends as one that nobody stopped. */
    @Test
    @Order(3)
    void stoppedAfterEachStepItGoesOnToTheSameEnd() throws Exception {
        sandbox.api().change("manageddatabases", NAMESPACE, "mirror", now -> {
            now.withObject("/spec").put("desiredSchemaVersion", "m3b");
            return now;
        });
        phaseOfWorker("Succeeded");
        sandbox.api().change("cronjobs", NAMESPACE, "mirror-prune", now -> {
            now.withObject("/spec").remove("jobTemplate");
            return now;
        });
        try (Wiring wiring = new Wiring(
                () -> Optional.of(sandbox.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC())) {
            Rotations rotations = wiring.operations().rotations();
            ResourceRef ref = new ResourceRef(
                    Sandbox.CONTEXT, "dbaoperator.app-sre.redhat.com", "manageddatabases", NAMESPACE, "mirror");
            RotationPlan first = plan(rotations, ref);
            phaseOfWorker("Running");
            assertThat(run(rotations, first, "", "").problem().map(Problem::code))
                    .contains("ROT-REFUSED");
            phaseOfWorker("Succeeded");
            touch("mirror-m1", "before");
            assertThat(run(rotations, first, "", "").problem().map(Problem::code))
                    .contains("ROT-CHANGED");
            assertKilledRunsAreToldAsTheyAre(wiring, ref, first);
            List<String> stopped = new ArrayList<>();
            RotationPlan plan = plan(rotations, ref);
            for (int turn = 0; !plan.isEmpty() && turn < 20; turn++) {
                assertThat(plan.refusals()).isEmpty();
                String stopAt = plan.steps().stream()
                        .map(RotationStep::id)
                        .filter(id -> !id.startsWith("unused-") && !id.startsWith("grant-tables"))
                        .findFirst()
                        .orElseThrow();
                if (stopAt.equals("delete-secret:m1")) {
                    RunOutcome moved = run(rotations, plan, stopAt, "mirror-m1");
                    assertThat(moved.ending()).isEqualTo(RunOutcome.Ending.FAILED);
                    assertThat(moved.problem().map(Problem::code)).contains("KUBE-409");
                    plan = plan(rotations, ref);
                }
                stopped.add(stopAt);
                RunOutcome outcome = run(rotations, plan, stopAt, "");
                assertThat(outcome.ending())
                        .as(outcome.toString())
                        .isIn(RunOutcome.Ending.CANCELLED, RunOutcome.Ending.VERIFIED);
                plan = plan(rotations, ref);
            }
            assertThat(stopped)
                    .containsExactly(
                            "close-login:m1",
                            "drop-role:m1",
                            "delete-secret:m1",
                            "run-migration:m3b",
                            "create-role:m3b",
                            "set-password:m3b",
                            "write-status:m3b");
            assertThat(plan.isEmpty()).isTrue();
        }
        assertThat(rows("registry_mirror", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'dba\\_m%' ORDER BY 1"))
                .containsExactly("dba_m2", "dba_m3b");
        assertThat(sandbox.api().find("secrets", NAMESPACE, "mirror-m1")).isEmpty();
        try (Connection newest = as("dba_m3b", password("mirror-m3b"), "registry_mirror");
                Connection older = as("dba_m2", password("mirror-m2"), "registry_mirror")) {
            assertThat(newest.isValid(1) && older.isValid(1)).isTrue();
        }
        assertThat(object("manageddatabases", "mirror").at("/status/errors").isMissingNode())
                .isTrue();
    }

    /** Stops after the step; a password that was set is only of use with its Secret, so there it stops after that. {@code touched} is a Secret that changes before it is deleted. */
    private static RunOutcome run(Rotations rotations, RotationPlan plan, String stopAt, String touched) {
        CancelToken cancel = new CancelToken();
        String last = stopAt.replace("set-password", "write-secret");
        RotationListener stopper = new RotationListener() {
            @Override
            public void starting(RotationStep step, int number, int total) {
                if (step.id().startsWith("delete-secret") && !touched.isEmpty()) {
                    touch(touched, "meanwhile");
                }
            }

            @Override
            public void ended(RunOutcome.StepOutcome outcome) {
                if (outcome.stepId().equals(last)) {
                    cancel.cancel();
                }
            }
        };
        Approval approval = new Approval(
                plan.digest(),
                plan.steps().stream().map(RotationStep::id).collect(Collectors.toSet()),
                "",
                SafeMode.CONFIRM,
                "tester");
        return rotations.running().run(plan, approval, Duration.ofSeconds(60), stopper, cancel);
    }

    private static void assertKilledRunsAreToldAsTheyAre(Wiring wiring, ResourceRef ref, RotationPlan plan) {
        try (Journal journal = Journal.open(wiring.folders().journalFile(), Clock.systemUTC())) {
            String killed = journal.begin(new RunBegun(
                    "tester",
                    plan.target(),
                    ref,
                    "",
                    plan.facts().live().value().orElseThrow().server(),
                    plan.digest(),
                    "",
                    1,
                    List.of(new RunBegun.PlannedStatement("drop-role:m1", "DROP ROLE dba_m1", false))));
            assertThat(wiring.operations().journal().show(killed).orElseThrow().toString())
                    .contains("What it did before it ended stands: plumbline rotate mirror --dry-run")
                    .doesNotContain("Nothing was committed");
            assertThat(wiring.operations()
                            .explanations()
                            .explain(killed, new CancelToken(), Progress.NONE)
                            .toString())
                    .contains("plumbline rotate mirror --dry-run");
        }
    }

    private static RotationPlan plan(Rotations rotations, ResourceRef ref) {
        return rotations.reading().read(ref, new CancelToken(), Progress.NONE).plan();
    }

    private static void touch(String secret, String when) {
        sandbox.api().change("secrets", NAMESPACE, secret, now -> {
            now.withObject("/metadata").withObject("/annotations").put("touched", when);
            return now;
        });
    }

    private static void phaseOfWorker(String phase) {
        sandbox.api().change("pods", NAMESPACE, "mirror-worker-0", now -> {
            now.withObject("/status").put("phase", phase);
            return now;
        });
    }

    private static ObjectNode object(String resource, String name) {
        return sandbox.api().find(resource, NAMESPACE, name).orElseThrow();
    }

    private static String password(String secret) {
        return new String(
                Base64.getDecoder()
                        .decode(object("secrets", secret).at("/data/password").asText()),
                StandardCharsets.UTF_8);
    }

    private static Connection as(String user, String password, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + sandbox.server().port() + "/" + database, user, password);
    }

    private static List<String> rows(String database, String sql) throws SQLException {
        try (Connection admin =
                        as("dbops_admin", sandbox.administratorPassword().reveal(), database);
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** Empty where there is no kubectl. */
    private static String kubectl(String... arguments) throws Exception {
        return Kubectl.isInstalled() ? new Kubectl(sandbox.kubeconfig(), home).ok(arguments) : "";
    }

    private static Called rotate(String name, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--kubeconfig", sandbox.kubeconfig().toString(), "-n", NAMESPACE, "rotate", name));
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    /** Every name that a person or a cluster can give is one that would do something, were it not quoted: of the database, its group, its logins, tables, columns and Secret fields. */
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    @Order(5)
    void namesThatAreStatementsStayNames(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String victim = "hostile_victim_" + major;
        String bad = "x\"; DROP ROLE " + victim + "; --'%s";
        String name = "hostile-" + major;
        String version = "v2\"; DROP ROLE " + victim + "; --";
        String password = "p'\"@:/%";
        server.execute(
                "postgres",
                "CREATE ROLE " + victim,
                "CREATE ROLE " + quoted(bad) + " LOGIN CREATEROLE PASSWORD " + literal(password),
                "CREATE DATABASE " + quoted(bad) + " TEMPLATE template0 OWNER " + quoted(bad));
        try {
            String group = quoted("db_" + bad + "_rw");
            try (Connection admin = server.connect(bad, bad, new Secret(password));
                    Statement statement = admin.createStatement()) {
                if (major >= 15) {
                    server.execute(bad, "GRANT ALL ON SCHEMA public TO " + quoted(bad));
                }
                for (String sql : List.of(
                        "CREATE TABLE public.alembic_version (version_num text)",
                        "INSERT INTO public.alembic_version VALUES ('v1')",
                        "CREATE TABLE public." + quoted(bad) + " (id bigserial, " + quoted(bad) + " text)",
                        "INSERT INTO public." + quoted(bad) + " (" + quoted(bad) + ") VALUES ('one')",
                        "CREATE ROLE " + group,
                        "CREATE ROLE " + quoted("dba_" + bad) + " LOGIN",
                        "GRANT " + group + " TO " + quoted("dba_" + bad))) {
                    statement.execute(sql);
                }
            }
            String dsn = "postgresql://" + encoded(bad) + ":" + encoded(password) + "@" + server.host() + ":"
                    + server.port() + "/" + encoded(bad) + "?sslmode=disable";
            sandbox.api().load(hostile(name, version, bad, dsn));
            Called measured = rotate(name, "--metrics");
            assertThat(measured.out().lines().filter(line -> line.startsWith("forged")))
                    .isEmpty();
            assertThat(measured.out())
                    .contains("its name or one of its labels is none that Prometheus takes", "25006")
                    .contains("database_table_next_id{database=\"" + name + "\",table=");
            Called done = rotate(name, "--allow-destructive");
            assertThat(done.code()).as(done.out() + done.err()).isZero();
            assertThat(done.out()).contains("drop dba_" + bad, "Rotated, and verified by reading again.");
            assertThat(server.query(
                            "postgres",
                            "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = '" + victim
                                    + "' OR pg_catalog.starts_with(rolname, 'dba_') ORDER BY rolname"))
                    .containsExactly("dba_" + version, victim);
            String made = password(name + "-" + version);
            try (Connection newest = server.connect(bad, "dba_" + version, new Secret(made));
                    Statement statement = newest.createStatement()) {
                assertThat(statement.executeUpdate(
                                "UPDATE public." + quoted(bad) + " SET " + quoted(bad) + " = 'two' WHERE id = 1"))
                        .isEqualTo(1);
            }
            assertNothingTells(made, done);
            assertThat(rotate(name).out()).contains("Nothing is to be done.");
        } finally {
            server.dropDatabase(bad);
            for (String role : server.query(
                    "postgres",
                    "SELECT rolname FROM pg_catalog.pg_roles WHERE pg_catalog.starts_with(rolname, 'dba_')"
                            + " OR pg_catalog.strpos(rolname, '" + victim + "') > 0 ORDER BY rolname")) {
                server.execute("postgres", "DROP ROLE " + quoted(role));
            }
        }
    }

    private static String quoted(String name) {
        return Sql.quoted(Name.of(name));
    }

    private static String literal(String text) {
        return Sql.quotedLiteral(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(String text) throws IOException {
        return new ObjectMapper().writeValueAsString(text);
    }

    private static String hostile(String name, String version, String bad, String dsn) throws IOException {
        String migration = "UPDATE alembic_version SET version_num = " + literal(version);
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: NAME-dsn, namespace: registry}
                stringData: {dsn: DSN}
                ---
                apiVersion: dbaoperator.app-sre.redhat.com/v1alpha1
                kind: ManagedDatabase
                metadata: {name: NAME, namespace: registry, uid: NAME-uid}
                spec:
                  desiredSchemaVersion: VERSION
                  connection: {dsnSecret: NAME-dsn}
                  migrationEngine: alembic
                  hintsEngine: {enabled: true, largetableRowsThreshold: 1000}
                  exportDataMetrics:
                    tableEstimatedSize: [{tableName: BAD}]
                    tableNextID: [{tableName: BAD}]
                    sqlQuery:
                      - {query: "SELECT 1;", prometheusMetric: {valueType: gauge, name: "x 1\\nforged", helpString: "y\\nforged 2", extraLabels: {team: a}}}
                      - {query: "SELECT nextval(CAST(oid AS regclass)) FROM pg_class WHERE relkind = 'S' AND relname LIKE '%_id_seq';", prometheusMetric: {valueType: gauge, name: writes, helpString: h, extraLabels: {}}}
                ---
                apiVersion: dbaoperator.app-sre.redhat.com/v1alpha1
                kind: DatabaseMigration
                metadata: {name: v1, namespace: registry}
                spec: {migrationContainerSpec: {name: m, image: "m:1"}}
                ---
                apiVersion: dbaoperator.app-sre.redhat.com/v1alpha1
                kind: DatabaseMigration
                metadata: {name: VERSION, namespace: registry, uid: NAME-v2-uid}
                spec:
                  previous: v1
                  migrationContainerSpec: {name: m, image: "m:2", args: [MIGRATION]}
                  schemaHints:
                    - {tableName: BAD, operation: alterColumn, columns: [{name: BAD, notNullable: true}]}
                    - {tableName: BAD, operation: createIndex, indexType: unique, columns: [{name: BAD}]}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: SECRET, namespace: registry, labels: {database-uid: NAME-uid}}
                stringData: {username: BAD, password: BAD}
                """.replace("MIGRATION]", json(migration) + "]")
                .replace("DSN", json(dsn))
                .replace("SECRET", json(name + "-" + version))
                .replace("VERSION", json(version))
                .replace("BAD", json(bad))
                .replace("NAME", name);
    }

    @Test
    @Order(4)
    void jsonHoldsTheChainAndTheLights() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(rotate("quay", "-o", "json", "--dry-run").out());
        assertThat(json.at("/chain/2/standing").asText()).isEqualTo("current");
        assertThat(json.at("/wanted").toString()).isEqualTo("[\"c9e814\",\"b27d9e\"]");
        assertThat(json.at("/steps")).isEmpty();
    }
}
