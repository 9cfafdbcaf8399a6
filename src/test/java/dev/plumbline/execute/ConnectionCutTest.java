package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.execute.Recovery.Stands;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.testing.Await;
import dev.plumbline.testing.CuttingProxy;
import dev.plumbline.testing.CuttingProxy.Action;
import dev.plumbline.testing.CuttingProxy.Message;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line to the server dies at every place of the run's conversation: what the outcome says is what the database holds. */
@Timeout(300)
class ConnectionCutTest {
    private static final RunLimits LIMITS = new RunLimits(
            Duration.ofSeconds(10), Duration.ofMillis(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private DriftedDatabase database;
    private CuttingProxy proxy;
    private Journal journal;
    private String before;

    @BeforeEach
    void open() throws Exception {
        database = new DriftedDatabase(TestPostgres.newest());
        before = database.state();
        proxy = new CuttingProxy(database.server.host(), database.server.port());
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        assertThat(journal.verify().broken()).isEmpty();
        journal.close();
        proxy.close();
    }

    private static boolean ofTheRun(Message message) {
        return message.startup().contains("default_transaction_read_only=off");
    }

    /** Where the conversation may break: before a request is heard, after it is heard, before its answer is complete. */
    private static boolean isBoundary(Message message) {
        return message.type() == 0
                || message.fromClient() && (message.type() == 'P' || message.type() == 'S')
                || !message.fromClient() && message.type() == 'Z';
    }

    private RunOutcome run(Duration commitAnswer) {
        try (ServerPools pools = new ServerPools()) {
            Plan plan = database.plan(pools);
            RunLimits limits =
                    new RunLimits(LIMITS.lockWait(), LIMITS.lookEvery(), commitAnswer, LIMITS.blockersAfter());
            return new PlanRunner(
                            pools,
                            database.target(proxy.port()),
                            journal,
                            database.planner().verifier(),
                            DriftedDatabase.BACKGROUND,
                            limits)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
        }
    }

    private void assertTold(RunOutcome outcome, String where) {
        boolean repaired = !database.state().equals(before);
        assertThat(outcome.steps().stream().allMatch(step -> step.state() == State.STANDS))
                .as(where + ": " + outcome)
                .isEqualTo(repaired);
        assertThat(outcome.ending())
                .as(where + ": " + outcome)
                .isIn(repaired ? List.of(Ending.VERIFIED) : List.of(Ending.FAILED, Ending.REFUSED));
        assertThat(journal.show(outcome.journalId()).outcome())
                .as(where)
                .contains(outcome.ending().name());
        if (repaired) {
            database.driftAgain();
        }
        assertThat(database.state()).isEqualTo(before);
    }

    @Test
    void whereverTheLineIsCutTheOutcomeIsWhatTheDatabaseHolds() {
        List<Message> boundaries = Collections.synchronizedList(new ArrayList<>());
        proxy.follow(message -> {
            if (ofTheRun(message) && isBoundary(message)) {
                boundaries.add(message);
            }
            return Action.FORWARD;
        });
        assertTold(run(LIMITS.commitAnswer()), "no cut");
        assertThat(boundaries).hasSizeGreaterThan(40);
        int stands = 0;
        for (int place = 0; place < boundaries.size(); place++) {
            Message at = boundaries.get(place);
            proxy.follow(cutAt(place, at.fromClient() && at.type() != 'P' ? Action.CUT_AFTER : Action.CUT_BEFORE));
            RunOutcome outcome = run(LIMITS.commitAnswer());
            stands += outcome.ending() == Ending.VERIFIED ? 1 : 0;
            assertTold(outcome, "cut at " + place + " " + at.type() + " " + at.text());
        }
        assertThat(stands).as("some cuts come after COMMIT was heard").isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"CUT_BEFORE", "CUT_AFTER"})
    void aLineThatStaysDeadAroundTheCommitIsToldAsUnknownAndExplainedWhenItIsBack(Action action) {
        proxy.staysDead();
        boolean[] committing = {false};
        proxy.follow(message -> {
            committing[0] |= ofTheRun(message) && message.parses("COMMIT");
            char last = action == Action.CUT_BEFORE ? 'P' : 'S';
            return committing[0] && message.fromClient() && message.type() == last ? action : Action.FORWARD;
        });

        RunOutcome outcome = run(Duration.ofMillis(300));

        assertThat(outcome.ending()).isEqualTo(Ending.UNKNOWN);
        assertThat(outcome.steps()).allMatch(step -> step.state() == State.UNKNOWN);
        assertThat(outcome.problem().map(Problem::code)).contains("commit-unknown");
        RunRecord run = journal.unfinished().get(0);
        proxy.mend();
        try (ServerPools pools = new ServerPools()) {
            RunRecovery recovery = new RunRecovery(pools, database.target(proxy.port()), journal);
            Recovery found = Await.until(
                    () -> recovery.explain(run, Optional.empty(), new CancelToken()),
                    seen -> seen.stands() != Stands.STILL_RUNNING);
            boolean repaired = !database.state().equals(before);
            assertThat(found.stands()).isEqualTo(repaired ? Stands.ALL : Stands.NOTHING);
            assertThat(repaired).isEqualTo(action == Action.CUT_AFTER);
            recovery.settle(run, found);
            assertThat(journal.unfinished()).isEmpty();
            assertThat(journal.list(1).get(0).outcome()).contains("FOUND_" + found.stands() + "_STANDS");
        }
    }

    @Test
    void anotherServerIsNotAskedAboutTheTransaction() {
        proxy.staysDead();
        proxy.follow(message -> ofTheRun(message) && message.parses("COMMIT") ? Action.CUT_BEFORE : Action.FORWARD);
        assertThat(run(Duration.ofMillis(300)).ending()).isEqualTo(Ending.UNKNOWN);
        DriftedDatabase elsewhere = new DriftedDatabase(TestPostgres.newest());
        try (ServerPools pools = new ServerPools()) {
            Recovery found = new RunRecovery(pools, elsewhere.target(), journal)
                    .explain(journal.unfinished().get(0), Optional.empty(), new CancelToken());
            assertThat(found.stands()).isEqualTo(Stands.UNKNOWN);
            assertThat(found.sentence()).contains(database.name, elsewhere.name);
        }
    }

    private static CuttingProxy.Rule cutAt(int place, Action action) {
        int[] seen = {0};
        return message -> ofTheRun(message) && isBoundary(message) && seen[0]++ == place ? action : Action.FORWARD;
    }
}
