package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.library.RunbookLibrary;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.ServerBinaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped runbook on a real PostgreSQL: looked at, run to its end with every check holding, and looked at and run again, where it finds all as it is to be. */
class ShippedRunbooksTest {
    private static final String ALL = "read,dry-run,wait,human,change,destructive";
    private final List<String> figures = new ArrayList<>(
            List.of("runbook | dry run ms | run ms | steps | verified | skipped or not chosen | again ms"));

    @TempDir
    Path home;

    @Test
    void everyRunbookRunsToItsEndAndIsAlreadySoTheSecondTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (RunbookEstate estate = RunbookEstate.start(home)) {
            List<RunbookCase> cases = estate.cases();
            Set<String> shipped = new RunbookLibrary(List.of())
                    .list().stream().map(RunbookLibrary.Listed::name).collect(Collectors.toSet());
            assertThat(cases.stream().map(RunbookCase::name).collect(Collectors.toSet()))
                    .isEqualTo(shipped);
            String only = System.getProperty("runbook", "");
            for (RunbookCase each : cases) {
                if (only.isEmpty() || only.contains(each.name())) {
                    try {
                        each.staging().stage();
                        if (each.options().contains("way=recreate")) {
                            goesNoFurtherWithoutADump(estate, each);
                        }
                        runTwice(estate, each);
                    } catch (AssertionError | java.sql.SQLException failed) {
                        wrong.add(each.name() + " " + each.options() + "\n" + failed.getMessage());
                    }
                }
            }
            if (only.isEmpty() || only.contains("drop-role-safely")) {
                lookingEndsNoSession(estate);
                halfAChangeIsTold(estate);
                inProductionEachStepAsksForItsOwnName(estate);
                handedOn(estate);
            }
        } finally {
            Files.write(Path.of("target", "runbooks.txt"), figures);
        }
        assertThat(String.join("\n=======\n", wrong)).isEmpty();
    }

    /** Neither a dump that was skipped, nor a yes to everything, nor another reason leads to the step that takes away. */
    private void goesNoFurtherWithoutADump(RunbookEstate estate, RunbookCase given) {
        String words = "no dump of " + given.inputs().get("table");
        List<String> skip = List.of("--skip", "dump-before=none here");
        List<String> options = new ArrayList<>(List.of("--choose", "way=recreate"));
        options.addAll(isDumpable(estate.major()) ? skip : List.of());
        Called stopped = call(estate, given.with(options), "--yes-for", ALL);
        String run = runOf(stopped);
        if (!isDumpable(estate.major())) {
            assertThat(stopped.code()).as(stopped.err()).isEqualTo(1);
            assertThat(stopped.out())
                    .contains("the server is PostgreSQL " + estate.major() + ": pg_dump and pg_restore of version "
                            + estate.major() + " or newer are needed")
                    .contains("postgresql-client-" + estate.major());
            stopped = resume(estate, run, "--yes-for", ALL, skip.get(0), skip.get(1));
        }
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(4);
        assertThat(stopped.err()).contains("There is no verified dump of this table.", "--answer \"no-dump=" + words);
        assertThat(resume(estate, run, "--yes-for", ALL, "--answer", "no-dump=yes")
                        .err())
                .contains("--answer \"no-dump=" + words);
        assertThat(resume(estate, run, "--yes-for", ALL, "--skip", "no-dump=in a hurry")
                        .err())
                .contains("RB-TYPED", "it is not skipped");
        assertThat(estate.holds("schemadefinitions.velocity.sh", given.namespace(), "goods-receipt"))
                .isTrue();
        assertThat(resume(estate, run, "--abort", "shown").code()).isZero();
    }

    private Called resume(RunbookEstate estate, String run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig", estate.kubeconfig().toString(), "-n", RunbookEstate.ACME, "runbook", "resume", run));
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private static String runOf(Called called) {
        return called.err()
                .lines()
                .filter(line -> line.startsWith("Run "))
                .findFirst()
                .orElseThrow()
                .substring("Run ".length());
    }

    /** The same on a server that this machine's pg_dump may dump: what is set aside was dumped and read back, and what is brought back is held to the dump. */
    @Test
    void aTableIsRecreatedBehindADumpThatWasReadBack() throws Exception {
        int major = Math.min(18, installedDump());
        assumeTrue(
                major >= 13,
                "no pg_dump on this machine is as new as a server of these tests: the way behind a dump is not run");
        try (RunbookEstate estate =
                RunbookEstate.start(home, ServerBinaries.inJar(Path.of("target/postgres/" + major + ".jar")))) {
            List<RunbookCase> drifted = estate.cases().stream()
                    .filter(each -> each.name().equals("quarantine-drifted-schema"))
                    .toList();
            drifted.get(0).staging().stage();
            RunbookCase recreate = drifted.get(2);
            drifted.get(1).staging().stage();
            recreate.staging().stage();
            String table = recreate.inputs().getOrDefault("table", "");
            estate.run(
                    "velocity",
                    "INSERT INTO " + table
                            + " (delivered_on, quantity) SELECT '2026-11-27', i::text FROM generate_series(1, 40) AS i");
            Called called =
                    call(estate, recreate.with(List.of("--choose", "way=recreate")), "--yes-for", ALL, "-o", "json");
            JsonNode run = finished(called);
            assertThat(state(run, "dump-before")).isEqualTo("verified");
            assertThat(state(run, "no-dump")).isEqualTo("not chosen");
            assertThat(state(run, "rows-as-dumped")).isEqualTo("verified");
            String markdown = Called.with(home, "runbook", "transcript", runOf(called), "--format", "markdown")
                    .out();
            assertThat(markdown)
                    .contains("Read back whole: 1 table.", "as many as those of the dump")
                    .contains(
                            table + ": 140 rows in file and database",
                            table + ": 140 rows in the file, 140 in the database")
                    .contains("-  table " + table, "+  table platform_quarantine.");
            restored(estate);
        }
    }

    /** A restore tells what it brought back, in rows and in the catalog. */
    private void restored(RunbookEstate estate) throws Exception {
        String table = "acme_supply_chain_procurement.kept";
        estate.run(
                "velocity",
                "CREATE TABLE " + table + " (id int)",
                "ALTER TABLE " + table + " OWNER TO velocity_operator",
                "INSERT INTO " + table + " VALUES (1), (2)");
        Path file = Files.writeString(home.resolve("restoring.md"), """
                ---
                title: Restoring
                requires: [cluster]
                ---
                ```dump id=keep database=velocity
                tables: [%1$s]
                to: kept.dump
                ```
                ```sql change id=drop class=destructive database=velocity
                DROP TABLE %1$s
                ```
                ```check verify database=velocity
                sql: SELECT to_regclass('%1$s') IS NULL
                equals: true
                ```
                ```restore id=restore database=velocity
                from: kept.dump
                ```
                """.formatted(table));
        RunbookCase restoring =
                new RunbookCase(file.toString(), RunbookEstate.ACME, Map.of(), List.of(), "restore", "", () -> {});
        Called called = call(estate, restoring, "--yes-for", ALL, "-o", "json");
        finished(called);
        assertThat(Called.with(home, "runbook", "transcript", runOf(called), "--format", "markdown")
                        .out())
                .contains(table + ": 2 rows, 2 of them from the file", "+  table " + table + "  with 1 column");
    }

    private static String state(JsonNode run, String id) {
        for (JsonNode step : run.path("steps")) {
            if (step.path("id").asText().equals(id)) {
                return step.path("state").asText();
            }
        }
        return "no such step";
    }

    private static boolean isDumpable(int major) {
        return installedDump() >= major;
    }

    /** The major version of pg_dump in PATH, 0 where there is none. */
    private static int installedDump() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher major = Pattern.compile("\\) (\\d+)").matcher(said);
            return major.find() ? Integer.parseInt(major.group(1)) : 0;
        } catch (IOException none) {
            return 0;
        }
    }

    private void runTwice(RunbookEstate estate, RunbookCase given) throws IOException {
        RunbookCase each = given;
        long begun = System.nanoTime();
        Called dry = call(estate, each, "--dry-run");
        long looked = millis(begun);
        assertThat(dry.code()).as(dry.out() + dry.err()).isZero();
        assertThat(verdict(dry, each.wouldChange()))
                .as("first dry run\n" + dry.out())
                .isIn("would change", "cannot tell");
        begun = System.nanoTime();
        JsonNode first = finished(call(estate, each, "--yes-for", ALL, "-o", "json"));
        long ran = millis(begun);
        begun = System.nanoTime();
        each = each.again();
        Called dryAgain = call(estate, each, "--dry-run");
        assertThat(verdict(dryAgain, each.already()))
                .as("second dry run\n" + dryAgain.out())
                .isEqualTo("already so");
        if (given.again().equals(given)) {
            finished(call(estate, each, "--yes-for", ALL, "-o", "json"));
        }
        figures.add(each.name() + " " + String.join(" ", given.options()) + " | " + looked + " | " + ran + " | "
                + first.path("steps").size() + " | " + count(first, "verified") + " | "
                + (first.path("steps").size() - count(first, "verified")) + " | " + millis(begun));
    }

    /** The newest run as Markdown and JSON, and as a bundle that is read where there is neither server nor journal. */
    private void handedOn(RunbookEstate estate) throws Exception {
        JsonNode runs = new ObjectMapper()
                .readTree(Called.with(home, "runbook", "runs", "-o", "json").out());
        String run = "";
        for (JsonNode each : runs) {
            run = each.path("id").asText().contains("drop-role-safely")
                            && each.path("ending").asText().equalsIgnoreCase("finished")
                    ? each.path("id").asText()
                    : run;
        }
        assertThat(run).as(runs.toString()).isNotEmpty();
        Called markdown = Called.with(home, "runbook", "transcript", run, "--format", "markdown");
        assertThat(markdown.out())
                .contains(
                        "## Timeline (UTC)",
                        "DROP OWNED BY \"leaver\"",
                        "## Post-incident",
                        "### Root cause",
                        "### Follow-ups")
                .contains("Which Secrets hold its password still?");
        JsonNode json = new ObjectMapper()
                .readTree(Called.with(home, "runbook", "transcript", run, "--format", "json")
                        .out());
        assertThat(json.path("ending").asText()).isEqualTo("finished");
        Path bundle = home.resolve("bundle");
        Called written = Called.with(
                home,
                "--kubeconfig",
                estate.kubeconfig().toString(),
                "runbook",
                "bundle",
                run,
                "--to",
                bundle.toString());
        assertThat(written.code()).as(written.err()).isZero();
        estate.close();
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Called opened = Called.with(elsewhere, "runbook", "open", bundle.toString());
        assertThat(opened.code()).as(opened.out() + opened.err()).isZero();
        assertThat(opened.out()).contains("Drop a role safely", "take-back");
        assertThat(opened.err()).contains(json.path("head").asText());
        try (var plans = Files.list(bundle.resolve("plans"))) {
            assertThat(plans.map(ShippedRunbooksTest::text).toList())
                    .anyMatch(text -> text.contains("DROP OWNED BY \"leaver\"") && text.contains("statement-ended"))
                    .anyMatch(text -> text.contains("OWNER TO \"db_billing_owner\""));
        }
        assertThat(bundle.resolve("catalog-changes.txt"))
                .content()
                .contains("give-away (ran)", "~ relation public.notes  leaver → db_billing_owner")
                .contains("take-back (ran)", "- leaver on database billing  c")
                .contains("drop (ran)", "- leaver  LOGIN INHERIT");
        assertThat(markdown.out()).contains("- leaver  LOGIN INHERIT", "All of it is in catalog-drop.txt of the run.");
        assertThat(bundle.resolve("events.txt")).content().contains("Events of namespace team-billing");
        assertThat(bundle.resolve("run").resolve(run).resolve("snapshot-snapshot-before.json"))
                .exists();
        Files.writeString(bundle.resolve("catalog-changes.txt"), "nothing\n");
        Files.writeString(bundle.resolve("run").resolve(run).resolve("catalog-drop.txt"), "no difference\n");
        assertThat(Called.with(elsewhere, "runbook", "open", bundle.toString()).err())
                .contains("catalog-drop.txt: it is not what step drop kept, its SHA-256 differs.");
        Path transcript = bundle.resolve("run").resolve(run).resolve("transcript.jsonl");
        Files.writeString(transcript, Files.readString(transcript).replaceFirst("\"by\":\"", "\"by\":\"not-"));
        Called tampered = Called.with(elsewhere, "runbook", "open", bundle.toString());
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.err())
                .contains("catalog-changes.txt: it is not what was written", "transcript.jsonl: it is not", "line 1:");
    }

    /** What a rollback does not take back is not tried out, and what changes something is neither read nor checked. */
    private void lookingEndsNoSession(RunbookEstate estate) throws Exception {
        try (Connection victim = estate.connect("billing")) {
            String pid;
            try (Statement statement = victim.createStatement();
                    ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                pid = row.getString(1);
            }
            String end = "SELECT pg_terminate_backend(" + pid + ")";
            Path file = Files.writeString(
                    home.resolve("looking.md"),
                    "---\ntitle: Looking\nrequires: [cluster]\n---\n```sql id=read database=billing\n" + end
                            + "\n```\n```sql change id=change database=billing\n" + end
                            + "\n```\n```check id=check database=billing\nsql: " + end + "\n```\n");
            RunbookCase looking =
                    new RunbookCase(file.toString(), "team-billing", Map.of(), List.of(), "change", "", () -> {});
            Called dry = call(estate, looking, "--dry-run");
            assertThat(dry.out())
                    .contains("its statements change something", "Tried out: no, since", "a check only looks");
            Called run = call(estate, looking, "--yes-for", "read,change");
            assertThat(run.err()).contains("RB-CLASS");
            assertThat(victim.isValid(5)).isTrue();
        }
    }

    private void inProductionEachStepAsksForItsOwnName(RunbookEstate estate) throws Exception {
        Path file = Files.writeString(home.resolve("names.md"), """
                ---
                title: Names
                requires: [cluster]
                ---
                ```sql change id=note database=billing
                COMMENT ON SCHEMA public IS 'seen'
                ```
                ```check verify database=billing
                sql: SELECT obj_description('public'::regnamespace)
                equals: seen
                ```
                ```kube annotate id=mark
                kind: databases.dbops.dbprovision.io
                name: payments
                annotations: {example.org/seen: "yes"}
                ```
                ```check verify
                kube: {kind: databases.dbops.dbprovision.io, name: payments}
                is: {'.metadata.annotations["example.org/seen"]': "yes"}
                ```
                """);
        RunbookCase names = new RunbookCase(file.toString(), "team-billing", Map.of(), List.of(), "mark", "", () -> {});
        careful(estate, SafeMode.PRODUCTION);
        try {
            Called one = call(estate, names, "--yes-for", "read,change", "--confirm", "billing");
            assertThat(one.code()).as(one.err()).isEqualTo(1);
            assertThat(one.out())
                    .contains("note: verified")
                    .contains("mark: failed", "\"billing\" was typed, the name is \"payments\"", "--confirm STEP=NAME");
            Called both = call(
                    estate, names, "--yes-for", "read,change", "--confirm", "note=billing", "--confirm", "payments");
            assertThat(both.code()).as(both.out() + both.err()).isZero();
        } finally {
            careful(estate, SafeMode.CONFIRM);
        }
    }

    private void careful(RunbookEstate estate, SafeMode mode) {
        try (Wiring wiring = new Wiring(
                () -> Optional.of(estate.kubeconfig()),
                Map.of("PLUMBLINE_HOME", home.toString()),
                home,
                Clock.systemUTC())) {
            wiring.operations().care().choose(Sandbox.CONTEXT, mode);
        }
    }

    /** What stands of statements that ran each for itself is told also where a later one failed. */
    private void halfAChangeIsTold(RunbookEstate estate) throws Exception {
        Path file = Files.writeString(
                home.resolve("half.md"),
                "---\ntitle: Half\nrequires: [cluster]\n---\n```sql change id=half database=billing\n"
                        + "CREATE TABLE public.half_done (id int);\nVACUUM public.half_done;\nSELECT 1/0\n```\n");
        RunbookCase half = new RunbookCase(file.toString(), "team-billing", Map.of(), List.of(), "half", "", () -> {});
        Called run = call(estate, half, "--yes-for", "read,change");
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        String id = runOf(run);
        assertThat(Called.with(home, "runbook", "transcript", id, "--format", "markdown")
                        .out())
                .contains("division by zero", "+  table public.half_done  with 1 column");
        estate.run("billing", "DROP TABLE public.half_done");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Called call(RunbookEstate estate, RunbookCase each, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig", estate.kubeconfig().toString(), "-n", each.namespace(), "runbook", "run", each.name()));
        for (Map.Entry<String, String> input : each.inputs().entrySet()) {
            arguments.addAll(List.of("-i", input.getKey() + "=" + input.getValue()));
        }
        arguments.addAll(each.options());
        arguments.addAll(List.of(more));
        return Called.with(home, arguments.toArray(String[]::new));
    }

    private static JsonNode finished(Called called) throws IOException {
        assertThat(called.out()).as(called.err()).startsWith("{");
        JsonNode node = new ObjectMapper().readTree(called.out());
        assertThat(node.path("ending").asText()).as(called.out() + called.err()).isEqualTo("finished");
        assertThat(called.code()).as(called.err()).isZero();
        node.path("steps")
                .forEach(step -> assertThat(step.path("state").asText())
                        .as(step.toString())
                        .isIn("verified", "not chosen", "skipped"));
        return node;
    }

    private static long count(JsonNode run, String state) {
        long count = 0;
        for (JsonNode step : run.path("steps")) {
            count += step.path("state").asText().equals(state) ? 1 : 0;
        }
        return count;
    }

    /** The third column of the step's line. */
    private static String verdict(Called dry, String step) {
        return dry.out()
                .lines()
                .filter(line -> line.startsWith(step + " "))
                .map(line -> line.strip().split(" {2,}")[2])
                .findFirst()
                .orElse("no such step");
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
