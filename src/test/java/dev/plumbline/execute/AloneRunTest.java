package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Change;
import dev.plumbline.plan.GrantMembership;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RevokeMembership;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.CuttingProxy;
import dev.plumbline.testing.CuttingProxy.Action;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements that are each their own transaction, as all are on CockroachDB; here on PostgreSQL, which takes them one by one just as well.
 */
@Timeout(120)
class AloneRunTest {
    private static final Name LOGIN = Name.of("postgres");

    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;
    private DriftedDatabase database;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        database = new DriftedDatabase(TestPostgres.newest());
    }

    @AfterEach
    void close() {
        journal.close();
        pools.close();
    }

    private Plan plan(Step... after) {
        Plan together = database.plan(pools);
        List<Step> steps = new ArrayList<>(together.steps());
        steps.addAll(List.of(after));
        return of(together, steps);
    }

    private static Plan of(Plan plan, List<Step> steps) {
        return Plan.of(
                plan.target(),
                plan.concern(),
                plan.from(),
                steps.stream().map(AloneRunTest::alone).toList(),
                List.of());
    }

    private static Step alone(Step step) {
        return new Step(
                step.id(),
                step.group(),
                step.checkCode(),
                step.reason(),
                step.sql(),
                step.undo(),
                step.undoNote(),
                step.hazards(),
                step.lock(),
                step.lockTimeout(),
                step.statementTimeout(),
                false,
                step.requires(),
                step.change());
    }

    private Step loan(String id, StepGroup group, Sql sql, Change change, List<String> requires) {
        return new Step(
                id,
                group,
                "OWN-0",
                "a loan",
                sql,
                null,
                "",
                Set.of(),
                "-",
                LockTimeout.DEFAULT,
                StatementTimeout.DEFAULT,
                false,
                requires,
                change);
    }

    private Step borrow() {
        Name owner = database.wanted.ownerRole();
        return loan(
                "borrow",
                StepGroup.BORROW,
                Sql.of("GRANT %I TO %I", owner, LOGIN),
                new GrantMembership(owner, LOGIN, LOGIN, null, null),
                List.of());
    }

    private Step giveBack() {
        Name owner = database.wanted.ownerRole();
        return loan(
                "give-back",
                StepGroup.GIVE_BACK,
                Sql.of("REVOKE %I FROM %I", owner, LOGIN),
                new RevokeMembership(owner, LOGIN, LOGIN),
                List.of("borrow"));
    }

    private Step broken() {
        return database.planner().step("broken", Sql.of("ALTER ROLE no_such_role NOLOGIN"));
    }

    /** Owner role, loan, a statement that fails, giving back. */
    private Plan failingWhileBorrowed() {
        Plan whole = database.plan(pools);
        return of(whole, List.of(whole.steps().get(0), borrow(), broken(), giveBack()));
    }

    private RunOutcome run(Plan plan) {
        return run(plan, database.runner(pools, journal));
    }

    private static RunOutcome run(Plan plan, PlanRunner runner) {
        return runner.run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
    }

    private List<State> states(RunOutcome outcome) {
        return outcome.steps().stream().map(StepOutcome::state).toList();
    }

    private long borrowedMemberships() {
        return database.read(pools).memberships().stream()
                .filter(edge -> edge.member().equals(LOGIN))
                .filter(edge -> edge.role().equals(database.wanted.ownerRole()))
                .count();
    }

    @Test
    void everyStatementStandsByItselfAndIsReadAgain() {
        Plan plan = plan();
        RunOutcome outcome = run(plan);
        assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
        assertThat(journal.show(outcome.journalId()).of(EntryKind.COMMITTED)).hasSameSizeAs(plan.steps());
        assertThat(journal.show(outcome.journalId()).of(EntryKind.COMMIT_BEGUN)).isEmpty();
        assertThat(database.plan(pools).isEmpty()).isTrue();
    }

    @Test
    void aFailureStopsThereAndTellsWhatStandsAndARerunCompletes() {
        Plan whole = database.plan(pools);
        List<Step> steps = new ArrayList<>(whole.steps());
        steps.add(2, broken());
        RunOutcome outcome = run(of(whole, steps));
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(states(outcome))
                .startsWith(State.STANDS, State.STANDS, State.FAILED, State.NOT_RUN)
                .endsWith(State.NOT_RUN);
        assertThat(outcome.verifiedState()).isPresent();
        assertThat(database.plan(pools).steps()).hasSize(4);
        assertThat(run(plan()).ending()).isEqualTo(Ending.VERIFIED);
    }

    @Test
    void aSuccessThatReadingDoesNotShowStopsTheRun() {
        Plan whole = database.plan(pools);
        Step idle = database.planner().step(SmallPlanner.OWNER_ROLE, Sql.of("SELECT 1"));
        RunOutcome outcome = run(of(whole, List.of(idle, whole.steps().get(1))));
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(outcome.problem().map(Problem::code)).contains("no-effect");
        assertThat(states(outcome).get(1)).isEqualTo(State.NOT_RUN);
    }

    @Test
    void aBorrowedMembershipIsGivenBackAlsoWhenALaterStepFails() {
        RunOutcome outcome = run(failingWhileBorrowed());
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(states(outcome)).containsExactly(State.STANDS, State.STANDS, State.FAILED, State.STANDS);
        assertThat(borrowedMemberships()).isZero();
        assertThat(outcome.problem())
                .hasValueSatisfying(problem -> assertThat(problem.next()).doesNotContain("borrowed"));
    }

    @Test
    void aLoanThatWasNeverTakenIsNotGivenBack() {
        Plan whole = database.plan(pools);
        RunOutcome outcome = run(of(whole, List.of(whole.steps().get(0), broken(), borrow(), giveBack())));
        assertThat(states(outcome)).containsExactly(State.STANDS, State.FAILED, State.NOT_RUN, State.NOT_RUN);
    }

    @Test
    void aBorrowedMembershipIsGivenBackOverAnotherSessionWhenTheFirstIsGone() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(database.server.host(), database.server.port())) {
            proxy.follow(
                    message -> message.parses("ALTER ROLE no_such_role NOLOGIN") ? Action.CUT_BEFORE : Action.FORWARD);
            RunOutcome outcome = run(failingWhileBorrowed(), through(proxy));
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(states(outcome).get(3)).as(outcome.toString()).isEqualTo(State.STANDS);
            assertThat(borrowedMemberships()).isZero();
        }
    }

    @Test
    void whatCouldNotBeGivenBackIsSaidWithTheStatementToRun() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(database.server.host(), database.server.port())) {
            proxy.staysDead();
            proxy.follow(
                    message -> message.parses("ALTER ROLE no_such_role NOLOGIN") ? Action.CUT_BEFORE : Action.FORWARD);
            RunOutcome outcome = run(failingWhileBorrowed(), through(proxy));
            assertThat(outcome.problem())
                    .hasValueSatisfying(problem -> assertThat(problem.next())
                            .contains("REVOKE \"" + database.owner() + "\" FROM \"postgres\""));
            assertThat(borrowedMemberships()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatWasLostIsFoundOutByReadingAgain() throws Exception {
        Plan plan = plan();
        String sql = plan.steps().get(2).sql().text();
        try (CuttingProxy proxy = new CuttingProxy(database.server.host(), database.server.port())) {
            boolean[] heard = {false};
            proxy.follow(message -> {
                heard[0] |= message.parses(sql);
                return heard[0] && !message.fromClient() && message.type() == 'C' ? Action.CUT_BEFORE : Action.FORWARD;
            });
            RunOutcome outcome = run(plan, through(proxy));
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(states(outcome)).startsWith(State.STANDS, State.STANDS, State.STANDS, State.NOT_RUN);
            assertThat(outcome.problem().map(Problem::kind)).contains(Problem.Kind.CONNECTION_LOST);
        }
        assertThat(database.plan(pools).steps()).hasSize(3);
    }

    private PlanRunner through(CuttingProxy proxy) {
        return new PlanRunner(
                pools,
                database.target(proxy.port()),
                journal,
                database.planner().verifier(),
                DriftedDatabase.BACKGROUND,
                RunLimits.DEFAULT);
    }
}
