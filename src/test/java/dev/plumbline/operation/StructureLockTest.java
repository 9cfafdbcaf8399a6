package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.RunRecord;
import dev.plumbline.testing.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody holds a table, or an old snapshot, while its structure is to change: who is told, and what is left behind. */
@Timeout(300)
class StructureLockTest {
    private static final String INDEXED =
            "CREATE TABLE t (id int, note text); CREATE TABLE other (id int);" + " CREATE INDEX by_note ON t (note);";

    @TempDir
    private Path home;

    private static FolderRig rig(int major, Path home) {
        FolderRig rig = new FolderRig(major, home);
        rig.server.execute(rig.database, "CREATE TABLE t (id int, note text)", "CREATE TABLE other (id int)");
        return rig;
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aTableThatOthersHoldIsLeftAsItIsAndTheyAreNamed(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare("CREATE TABLE t (id int, note text, extra int); CREATE TABLE other (id int, more int);");
            ApplyFolder.Planned planned = rig.plan(FolderRig.SHORT, FolderRig.SHORT);
            StructureSnapshot before = rig.structure();
            RunOutcome outcome;
            long pid;
            try (Connection blocker = rig.holding("SELECT id FROM t WHERE note = 'canary'")) {
                pid = pidFirst(rig);
                outcome = rig.run(planned);
                blocker.rollback();
            }
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem()).hasValueSatisfying(problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.LOCKED);
                assertThat(problem.message())
                        .contains("55P03", "In the way: session " + pid, "user postgres", "application nightly")
                        .contains("idle in transaction", "last ran SELECT id FROM t WHERE note = '…'")
                        .containsPattern("since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC")
                        .doesNotContain("canary");
            });
            assertThat(outcome.steps()).noneMatch(step -> step.state() == State.STANDS);
            assertThat(rig.structure()).isEqualTo(before);
            RunRecord run = rig.journal.show(outcome.journalId());
            assertThat(run.outcome()).contains("FAILED");
            assertThat(run.last(EntryKind.ROLLED_BACK)).isPresent();
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.plan().way().isEmpty()).isTrue();
        }
    }

    /** The pid of the one session called nightly, seen from outside, so that its last statement stays what it was. */
    private static long pidFirst(FolderRig rig) {
        return Long.parseLong(rig.server
                .query(rig.database, "SELECT pid FROM pg_stat_activity WHERE application_name = 'nightly'")
                .get(0));
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aBuildThatAnOldSnapshotStopsLeavesNoIndex(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare(INDEXED);
            ApplyFolder.Planned planned = rig.plan(FolderRig.SHORT, FolderRig.SHORT);
            StructureSnapshot before = rig.structure();
            RunOutcome outcome;
            try (Connection blocker =
                    rig.holding("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT id FROM other")) {
                outcome = rig.run(planned);
                blocker.rollback();
            }
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem().orElseThrow().message())
                    .contains("55P03", "application nightly", "The invalid index that it left was dropped again.");
            assertThat(rig.structure()).isEqualTo(before);
            assertThat(rig.invalidIndexes()).isEmpty();
            RunRecord run = rig.journal.show(outcome.journalId());
            assertThat(run.outcome()).contains("FAILED");
            assertThat(run.last(EntryKind.NOTE).orElseThrow().field("text")).contains("was dropped again");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anIndexThatCannotBeDroppedYetIsToldAndTheNextPlanDoes(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare(INDEXED);
            ApplyFolder.Planned planned = rig.plan(FolderRig.SHORT, FolderRig.SHORT);
            RunOutcome outcome;
            try (Connection blocker = rig.holding("INSERT INTO t VALUES (1, 'x')")) {
                outcome = rig.run(planned);
                blocker.commit();
            }
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem().orElseThrow().message())
                    .contains("application nightly", "could not be dropped yet", "DROP INDEX CONCURRENTLY IF EXISTS");
            assertThat(rig.invalidIndexes()).containsExactly("by_note");
            isMendedByTheNextPlan(rig);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aBuildWhoseConnectionIsCutIsFoundAndBuiltAnew(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare(INDEXED);
            ApplyFolder.Planned planned = rig.plan();
            RunOutcome outcome;
            try (Connection blocker =
                    rig.holding("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT id FROM other")) {
                CompletableFuture<RunOutcome> run =
                        CompletableFuture.supplyAsync(() -> rig.run(planned), rig.background());
                String pid = rig.server
                        .await(
                                rig.database,
                                "SELECT pid FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%'"
                                        + " AND wait_event_type = 'Lock' AND datname = current_database()",
                                pids -> !pids.isEmpty())
                        .get(0);
                rig.server.execute(rig.database, "SELECT pg_terminate_backend(" + pid + ")");
                outcome = run.get(120, TimeUnit.SECONDS);
                blocker.rollback();
            }
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.FAILED);
            assertThat(outcome.steps()).singleElement().matches(step -> step.state() == State.FAILED);
            assertThat(outcome.problem().orElseThrow().message()).contains("An invalid index is there");
            assertThat(rig.journal.show(outcome.journalId()).of(EntryKind.NOTE))
                    .anySatisfy(note -> assertThat(note.field("text")).contains("was lost", "does not stand"));
            assertThat(rig.invalidIndexes()).containsExactly("by_note");
            isMendedByTheNextPlan(rig);
        }
    }

    private static void isMendedByTheNextPlan(FolderRig rig) {
        ApplyFolder.Planned next = rig.plan();
        assertThat(next.comparison().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.name().shown()).isEqualTo("public.t.by_note"));
        assertThat(next.way().steps())
                .extracting(step -> step.sql().text().replaceAll(" (\"public\"\\.)?\"by_note\".*", ""))
                .containsExactly("DROP INDEX CONCURRENTLY", "CREATE INDEX CONCURRENTLY");
        RunOutcome outcome = rig.run(next);
        assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
        assertThat(rig.invalidIndexes()).isEmpty();
        assertThat(rig.plan().way().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aUniqueBuildThatFindsRowsTwiceLeavesNoIndex(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare("CREATE TABLE t (id int, note text); CREATE TABLE other (id int);"
                    + " CREATE UNIQUE INDEX once ON t (id);");
            ApplyFolder.Planned planned = rig.plan();
            rig.server.execute(rig.database, "INSERT INTO t VALUES (1, 'a'), (1, 'b')");
            RunOutcome outcome = rig.run(planned);
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem().orElseThrow().message()).contains("23505", "was dropped again");
            assertThat(rig.invalidIndexes()).isEmpty();
            assertThat(rig.plan().plan().blockingRefusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.why()).contains("1 value that is there more than once"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aBuildThatIsCancelledWhileItWaitsLeavesNoIndex(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare(INDEXED);
            ApplyFolder.Planned planned = rig.plan();
            CancelToken cancel = new CancelToken();
            try (Connection blocker =
                    rig.holding("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT id FROM other")) {
                RunOutcome outcome = rig.run(planned, new WhenWaiting(cancel::cancel), cancel);
                blocker.rollback();
                assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.CANCELLED);
                assertThat(outcome.steps())
                        .singleElement()
                        .satisfies(step -> assertThat(step.serverMessage()).contains("was dropped again"));
            }
            assertThat(rig.invalidIndexes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void changesOfSeveralStatementsAreVerifiedAtTheirEnd(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.server.execute(
                    rig.database,
                    "CREATE TYPE mood AS ENUM ('sad', 'happy')",
                    "CREATE INDEX swapped ON t (id)",
                    "INSERT INTO t VALUES (1, 'a'), (2, 'b')");
            rig.declare("CREATE TYPE mood AS ENUM ('sad', 'so so', 'fine', 'happy');"
                    + " CREATE TABLE t (id int PRIMARY KEY, note text NOT NULL, UNIQUE (note),"
                    + " CONSTRAINT positive CHECK (id > 0)); CREATE INDEX swapped ON t (note, id);"
                    + " CREATE TABLE other (id int REFERENCES t);");
            ApplyFolder.Planned planned = rig.plan();
            assertThat(planned.way().steps().stream()
                            .filter(step -> !step.transactional())
                            .count())
                    .isGreaterThan(6);
            RunOutcome outcome = rig.run(planned);
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.plan().way().isEmpty()).isTrue();
            assertThat(rig.run(planned).problem().map(Problem::kind)).contains(Problem.Kind.STALE_PLAN);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aRunAndOneOfPgFluxKeepEachOtherOut(int major) throws Exception {
        try (FolderRig rig = rig(major, home)) {
            rig.declare("CREATE TABLE t (id int, note text, extra int); CREATE TABLE other (id int);");
            ApplyFolder.Planned planned = rig.plan();
            String place = rig.server.host() + ":" + rig.server.port() + "/" + rig.database;
            for (String text : List.of(place, "pg-flux-migrate:_pgflux")) {
                try (Connection flux = rig.holding("SELECT pg_try_advisory_lock(" + key(text) + ")")) {
                    RunOutcome outcome = rig.run(planned);
                    flux.rollback();
                    assertThat(outcome.ending()).isEqualTo(Ending.REFUSED);
                    assertThat(outcome.problem().orElseThrow().message())
                            .contains("pg-flux", "is at work there: session ", "application nightly");
                }
            }
            try (Connection flux = rig.holding()) {
                List<String> seen = new java.util.ArrayList<>();
                RunOutcome outcome = rig.run(
                        planned, new AtPhase("committing", () -> seen.addAll(free(flux, place))), new CancelToken());
                assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
                assertThat(seen).containsExactly("f", "f");
                assertThat(Await.until(() -> free(flux, place), answer -> answer.equals(List.of("t", "t"))))
                        .containsExactly("t", "t");
            }
        }
    }

    /** pg-flux's own key, worked out by the server: the first eight bytes of the SHA-256. */
    private static String key(String text) {
        return "CAST(CAST('x' || substr(encode(sha256(convert_to('" + text
                + "', 'UTF8')), 'hex'), 1, 16) AS bit(64)) AS bigint)";
    }

    private static List<String> free(Connection flux, String place) {
        List<String> answers = new java.util.ArrayList<>();
        for (String text : List.of(place, "pg-flux-migrate:_pgflux")) {
            try (var statement = flux.createStatement();
                    var row = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + key(text) + ")")) {
                row.next();
                answers.add(row.getString(1));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return answers;
    }

    private abstract static class Quiet implements RunListener {
        @Override
        public void starting(dev.plumbline.plan.Step step, int number, int total) {}

        @Override
        public void ended(RunOutcome.StepOutcome outcome) {}

        @Override
        public void phase(String what) {}
    }

    private static final class WhenWaiting extends Quiet {
        private final Runnable act;

        private WhenWaiting(Runnable act) {
            this.act = act;
        }

        @Override
        public void waitingFor(List<String> sessions) {
            act.run();
        }
    }

    private static final class AtPhase extends Quiet {
        private final String phase;
        private final Runnable act;

        private AtPhase(String phase, Runnable act) {
            this.phase = phase;
            this.act = act;
        }

        @Override
        public void phase(String what) {
            if (what.equals(phase)) {
                act.run();
            }
        }
    }
}
