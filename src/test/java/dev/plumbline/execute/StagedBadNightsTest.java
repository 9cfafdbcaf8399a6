package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.Journal;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Staged changes while the line dies at every place of the run, and while two consoles run them at once. */
@Timeout(300)
class StagedBadNightsTest {
    private static final RunLimits LIMITS = new RunLimits(
            Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private static boolean ofTheRun(Message message) {
        return message.startup().contains("default_transaction_read_only=off");
    }

    private static boolean isBoundary(Message message) {
        return message.type() == 0
                || message.fromClient() && (message.type() == 'P' || message.type() == 'S')
                || !message.fromClient() && message.type() == 'Z';
    }

    @Test
    void whereverTheLineIsCutTheOutcomeIsTrueAndTheNextRunCompletes() throws Exception {
        StagedDatabase database = new StagedDatabase(TestPostgres.newest());
        String before = database.state();
        int cuts = 0;
        int stood = 0;
        try (CuttingProxy proxy = new CuttingProxy(database.server.host(), database.server.port());
                Journal journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
                ServerPools direct = new ServerPools()) {
            List<Message> boundaries = Collections.synchronizedList(new ArrayList<>());
            proxy.follow(message -> {
                if (ofTheRun(message) && isBoundary(message)) {
                    boundaries.add(message);
                }
                return Action.FORWARD;
            });
            assertThat(through(proxy, database, journal, database.plan(direct)).ending())
                    .isEqualTo(Ending.VERIFIED);
            String after = database.state();
            assertThat(after).isNotEqualTo(before);
            assertThat(database.plan(direct).steps()).isEmpty();
            assertThat(boundaries).hasSizeGreaterThan(40);
            for (int place = 0; place < boundaries.size(); place++) {
                database.putBack();
                assertThat(database.state()).isEqualTo(before);
                Message at = boundaries.get(place);
                proxy.follow(cutAt(place, at.fromClient() && at.type() != 'P' ? Action.CUT_AFTER : Action.CUT_BEFORE));
                Plan plan = database.plan(direct);
                RunOutcome outcome = through(proxy, database, journal, plan);
                String where = "cut at " + place + " " + at.type() + " " + at.text() + ": " + outcome;
                boolean stands = database.state().equals(after);
                assertThat(database.state()).as(where).isEqualTo(stands ? after : before);
                assertThat(outcome.ending())
                        .as(where)
                        .isIn(stands ? List.of(Ending.VERIFIED) : List.of(Ending.FAILED, Ending.REFUSED));
                assertThat(outcome.steps().stream().allMatch(step -> step.state() == State.STANDS))
                        .as(where)
                        .isEqualTo(stands);
                assertThat(journal.show(outcome.journalId()).outcome())
                        .as(where)
                        .contains(outcome.ending().name());
                Plan again = database.plan(direct);
                assertThat(again.isEmpty()).as(where).isEqualTo(stands);
                if (!stands) {
                    RunOutcome completed = database.runner(direct, database.target(), journal, again, LIMITS)
                            .run(again, DriftedDatabase.approve(again), RunListener.NONE, new CancelToken());
                    assertThat(completed.ending())
                            .as(where + " then " + completed)
                            .isEqualTo(Ending.VERIFIED);
                    assertThat(database.state()).as(where).isEqualTo(after);
                }
                cuts++;
                stood += stands ? 1 : 0;
            }
            assertThat(journal.verify().broken()).isEmpty();
            assertThat(journal.unfinished()).isEmpty();
        }
        assertThat(stood).as("some cuts come after COMMIT was heard").isPositive();
        System.out.println(
                "[bad nights] " + cuts + " cuts, " + stood + " after the commit was heard, every next run completes");
    }

    @Test
    void ofTwoConsolesThatRunTheSameChangesExactlyOneApplies() throws Exception {
        for (int round = 0; round < 5; round++) {
            StagedDatabase database = new StagedDatabase(TestPostgres.newest());
            try (Journal one = Journal.open(folder.resolve("one" + round + ".db"), Clock.systemUTC());
                    Journal other = Journal.open(folder.resolve("other" + round + ".db"), Clock.systemUTC());
                    ServerPools pools = new ServerPools();
                    ServerPools otherPools = new ServerPools()) {
                Plan plan = database.plan(pools);
                Plan same = database.plan(otherPools);
                CyclicBarrier together = new CyclicBarrier(2);
                CompletableFuture<RunOutcome> first = start(database, pools, one, plan, together);
                CompletableFuture<RunOutcome> second = start(database, otherPools, other, same, together);
                List<RunOutcome> outcomes = List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
                assertThat(outcomes)
                        .extracting(RunOutcome::ending)
                        .containsExactlyInAnyOrder(Ending.VERIFIED, Ending.REFUSED);
                assertThat(outcomes)
                        .anySatisfy(refused -> assertThat(refused.problem().map(Problem::kind))
                                .hasValueSatisfying(
                                        kind -> assertThat(kind).isIn(Problem.Kind.LOCKED, Problem.Kind.STALE_PLAN)));
                assertThat(database.plan(pools).isEmpty()).isTrue();
            }
        }
    }

    private static CompletableFuture<RunOutcome> start(
            StagedDatabase database, ServerPools pools, Journal journal, Plan plan, CyclicBarrier together) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await(30, TimeUnit.SECONDS);
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                    return database.runner(pools, database.target(), journal, plan, LIMITS)
                            .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
                },
                DriftedDatabase.BACKGROUND);
    }

    private static RunOutcome through(CuttingProxy proxy, StagedDatabase database, Journal journal, Plan plan) {
        try (ServerPools pools = new ServerPools()) {
            return database.runner(pools, database.target(proxy.port()), journal, plan, LIMITS)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
        }
    }

    private static CuttingProxy.Rule cutAt(int place, Action action) {
        int[] seen = {0};
        return message -> ofTheRun(message) && isBoundary(message) && seen[0]++ == place ? action : Action.FORWARD;
    }
}
