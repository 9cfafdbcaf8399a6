package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.execute.Recovery.Stands;
import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.testing.Await;
import dev.plumbline.testing.ChildJvm;
import dev.plumbline.testing.CuttingProxy;
import dev.plumbline.testing.CuttingProxy.Action;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console dies at every boundary: the journal tells the truth, what stands is found out, and running anew completes the repair. */
@Timeout(300)
class KilledConsoleTest {
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private ServerPools pools;
    private DriftedDatabase database;
    private String before;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        database = new DriftedDatabase(TestPostgres.newest());
        before = database.state();
    }

    @AfterEach
    void close() {
        pools.close();
    }

    private Process console(int port, Path journal, int boundary) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return ChildJvm.start(
                temporary,
                ConsoleToKill.class,
                Integer.toString(port),
                database.name,
                journal.toString(),
                Integer.toString(boundary));
    }

    private static String said(Process console) throws IOException {
        return new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void atEveryBoundaryTheJournalTellsTheTruthAndARerunCompletes() throws Exception {
        Process whole = console(database.server.port(), folder.resolve("whole.db"), 0);
        String words = said(whole);
        assertThat(words).contains("VERIFIED ");
        String uninterrupted = database.state();
        int boundaries =
                Integer.parseInt(words.substring(words.indexOf("VERIFIED ") + 9).strip());
        assertThat(boundaries).isGreaterThan(15);
        database.driftAgain();
        int stood = 0;
        for (int boundary = 1; boundary <= boundaries; boundary++) {
            Path file = folder.resolve("journal-" + boundary + ".db");
            Process console = console(database.server.port(), file, boundary);
            assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(console.exitValue())
                    .as("boundary " + boundary + ": " + said(console))
                    .isEqualTo(KILLED);
            stood += explainAndComplete(file, boundary) ? 1 : 0;
            assertThat(database.state().replaceAll("\\d{5,}", "")).isEqualTo(uninterrupted.replaceAll("\\d{5,}", ""));
            database.driftAgain();
        }
        assertThat(stood).as("some deaths come after the commit").isBetween(1, boundaries - 10);
    }

    @Test
    void aConsoleKilledWhileItsCommitIsOnTheWayFindsOutWhatStands() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(database.server.host(), database.server.port())) {
            Path file = folder.resolve("journal.db");
            Process[] console = new Process[1];
            boolean[] committing = {false};
            proxy.follow(message -> {
                boolean ofTheRun = message.startup().contains("default_transaction_read_only=off");
                committing[0] |= ofTheRun && message.parses("COMMIT");
                boolean heard = committing[0] && message.fromClient() && message.type() == 'S';
                if (heard) {
                    console[0].destroyForcibly();
                }
                return heard ? Action.CUT_AFTER : Action.FORWARD;
            });
            console[0] = console(proxy.port(), file, 0);
            assertThat(console[0].waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(console[0].exitValue()).isEqualTo(KILLED);
            assertThat(explainAndComplete(file, 0)).as("the commit was heard").isTrue();
        }
    }

    /** True when the killed run's commit had taken effect. */
    private boolean explainAndComplete(Path file, int boundary) {
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            assertThat(journal.verify().broken()).isEmpty();
            List<RunRecord> unfinished = journal.unfinished();
            assertThat(unfinished).hasSizeLessThanOrEqualTo(1);
            Optional<Recovery> recovery = unfinished.stream().findFirst().map(run -> explain(journal, run));
            boolean repaired = !database.state().equals(before);
            recovery.ifPresent(found -> {
                assertThat(found.stands())
                        .as("boundary " + boundary + ": " + found)
                        .isEqualTo(repaired ? Stands.ALL : Stands.NOTHING);
                assertThat(found.steps())
                        .allMatch(step -> step.state() == (repaired ? State.STANDS : State.ROLLED_BACK));
            });
            boolean aboutToCommit = unfinished.stream()
                    .anyMatch(run -> run.last(EntryKind.COMMIT_BEGUN).isPresent());
            assertThat(repaired && recovery.isPresent() && !aboutToCommit)
                    .as("nothing stands that the journal did not announce")
                    .isFalse();
            assertThat(journal.unfinished()).isEmpty();
            rerun(journal, repaired);
            return repaired;
        }
    }

    private Recovery explain(Journal journal, RunRecord run) {
        RunRecovery recovery = new RunRecovery(pools, database.target(), journal);
        Recovery found = Await.until(
                () -> recovery.explain(run, Optional.empty(), new CancelToken()),
                seen -> seen.stands() != Stands.STILL_RUNNING);
        recovery.settle(run, found);
        return found;
    }

    private void rerun(Journal journal, boolean repaired) {
        Plan plan = database.plan(pools).restrictedTo(ConsoleToKill.STEPS);
        assertThat(plan.isEmpty()).isEqualTo(repaired);
        if (!repaired) {
            RunOutcome outcome = database.runner(pools, journal)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
        }
    }
}
