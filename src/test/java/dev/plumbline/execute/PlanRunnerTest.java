package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRunnerTest {
    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        assertThat(journal.verify().broken()).isEmpty();
        journal.close();
        pools.close();
    }

    private RunOutcome run(DriftedDatabase database, Plan plan) {
        return database.runner(pools, journal)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aPlanRunsInOneTransactionAndIsVerified(int major) {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.major(major));
        Plan plan = database.plan(pools);

        RunOutcome outcome = run(database, plan);

        assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.steps()).hasSize(6).allMatch(step -> step.state() == State.STANDS);
        assertThat(outcome.verifiedState()).contains(database.read(pools));
        assertThat(database.plan(pools).isEmpty()).isTrue();
        RunRecord run = journal.show(outcome.journalId());
        assertThat(run.outcome()).contains("VERIFIED");
        assertThat(run.of(EntryKind.STATEMENT_PLANNED))
                .extracting(entry -> entry.field("sql"))
                .isEqualTo(plan.steps().stream().map(step -> step.sql().text()).toList());
        assertThat(run.entries().stream().map(Entry::kind).distinct())
                .containsExactly(
                        EntryKind.RUN_BEGUN,
                        EntryKind.STATEMENT_PLANNED,
                        EntryKind.LOCK_TAKEN,
                        EntryKind.STATE_CONFIRMED,
                        EntryKind.STATEMENT_BEGUN,
                        EntryKind.STATEMENT_ENDED,
                        EntryKind.COMMIT_BEGUN,
                        EntryKind.COMMITTED,
                        EntryKind.VERIFIED,
                        EntryKind.RUN_ENDED);
        assertThat(run.last(EntryKind.COMMIT_BEGUN).orElseThrow().field("transaction"))
                .matches("\\d+");
    }

    @Test
    void theListenerHearsEveryStepInOrder() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        List<String> heard = new ArrayList<>();
        database.runner(pools, journal)
                .run(plan, DriftedDatabase.approve(plan), new Recorder(heard), new CancelToken());
        assertThat(heard)
                .containsSubsequence(
                        "phase connecting",
                        "1/6 owner-role",
                        "STANDS owner-role",
                        "2/6 app-user",
                        "STANDS app-user",
                        "6/6 reverse",
                        "STANDS reverse",
                        "phase committing",
                        "phase reading again");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aFailureAtAnyStepRollsEverythingBackAndIsToldAsTheServerSaidIt(int failing) {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.add(failing, database.planner().step("broken", Sql.of("ALTER ROLE no_such_role NOLOGIN")));
        Plan broken = Plan.of(plan.target(), plan.concern(), plan.from(), steps, List.of());
        String before = database.state();

        RunOutcome outcome = run(database, broken);

        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(database.state()).isEqualTo(before);
        for (int number = 0; number < steps.size(); number++) {
            State expected = number < failing ? State.ROLLED_BACK : number == failing ? State.FAILED : State.NOT_RUN;
            assertThat(outcome.steps().get(number).state()).as("step " + number).isEqualTo(expected);
        }
        StepOutcome failed = outcome.steps().get(failing);
        assertThat(failed.sqlState()).isEqualTo("42704");
        assertThat(failed.serverMessage()).isEqualTo("role \"no_such_role\" does not exist");
        assertThat(outcome.problem())
                .hasValueSatisfying(problem -> assertThat(problem.message())
                        .contains("ALTER ROLE no_such_role NOLOGIN", "does not exist", "42704"));
        RunRecord run = journal.show(outcome.journalId());
        assertThat(run.last(EntryKind.ROLLED_BACK)).isPresent();
        assertThat(run.last(EntryKind.COMMIT_BEGUN)).isEmpty();
        assertThat(run.outcome()).contains("FAILED");
    }

    @Test
    void aRefusedPlanLeavesNoTraceInTheDatabase() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        Plan other = plan.restrictedTo(java.util.Set.of(SmallPlanner.OWNER_ROLE));
        String before = database.state();
        RunOutcome outcome = database.runner(pools, journal)
                .run(plan, DriftedDatabase.approve(other), RunListener.NONE, new CancelToken());
        assertThat(outcome.ending()).isEqualTo(Ending.REFUSED);
        assertThat(outcome.problem().map(Problem::code)).contains("approval-of-another-plan");
        assertThat(database.state()).isEqualTo(before);
        assertThat(journal.list(10)).isEmpty();
    }

    @Test
    void aRunDoesNotStartWhenTheJournalCannotBeWritten() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        String before = database.state();
        Journal closed = Journal.open(folder.resolve("other.db"), Clock.systemUTC());
        closed.close();
        RunOutcome outcome = database.runner(pools, closed)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
        assertThat(outcome.ending()).isEqualTo(Ending.REFUSED);
        assertThat(outcome.problem())
                .hasValueSatisfying(problem -> assertThat(problem.tried()).isEqualTo("Writing the journal"));
        assertThat(database.state()).isEqualTo(before);
    }

    @Test
    void aServerThatCannotBeReachedIsARefusalThatTheJournalShows() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        RunOutcome outcome = new PlanRunner(
                        pools,
                        database.target(1),
                        journal,
                        database.planner().verifier(),
                        DriftedDatabase.BACKGROUND,
                        RunLimits.DEFAULT)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
        assertThat(outcome.ending()).isEqualTo(Ending.REFUSED);
        assertThat(outcome.problem().map(Problem::kind)).contains(Problem.Kind.UNREACHABLE);
        assertThat(journal.show(outcome.journalId()).outcome()).contains("REFUSED");
    }

    @Test
    void aWarningOfTheServerIsKeptWithItsStep() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        database.server.execute(database.name, "CREATE ROLE \"" + database.owner() + "\"");
        Plan plan = database.plan(pools);
        Step noEffect = database.planner()
                .step("no-effect", Sql.of("REVOKE %I FROM CURRENT_USER", database.wanted.ownerRole()));
        Plan warned = Plan.of(plan.target(), plan.concern(), plan.from(), List.of(noEffect), List.of());
        RunOutcome outcome = run(database, warned);
        assertThat(outcome.steps().get(0).serverMessage()).contains("01000", "has not been granted membership");
    }

    record Recorder(List<String> heard) implements RunListener {
        @Override
        public void starting(Step step, int number, int total) {
            heard.add(number + "/" + total + " " + step.id());
        }

        @Override
        public void ended(StepOutcome outcome) {
            heard.add(outcome.state() + " " + outcome.stepId());
        }

        @Override
        public void phase(String what) {
            heard.add("phase " + what);
        }

        @Override
        public void waitingFor(List<String> sessions) {
            heard.add("waiting for " + sessions);
        }
    }
}
