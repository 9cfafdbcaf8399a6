package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The journal cannot be written any more, from some write of a run on: nothing takes effect that was not announced in it. */
@Timeout(120)
class JournalLostTest {
    @TempDir
    private Path folder;

    /** Takes the journal away when it asks for the time of its n-th entry. */
    private static final class TakingClock extends Clock {
        private @Nullable Journal journal;
        private int left;

        TakingClock(int left) {
            this.left = left;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Journal taken = journal;
            if (left-- == 0 && taken != null) {
                taken.close();
            }
            return Instant.now();
        }
    }

    @Test
    void wheneverTheJournalIsLostNothingStandsThatItDidNotAnnounce() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        String before = database.state();
        boolean lasted = false;
        int stood = 0;
        for (int writes = 0; !lasted; writes++) {
            Path file = folder.resolve("journal-" + writes + ".db");
            TakingClock clock = new TakingClock(writes);
            RunOutcome outcome;
            try (ServerPools pools = new ServerPools();
                    Journal journal = Journal.open(file, clock)) {
                clock.journal = journal;
                Plan plan = database.plan(pools).restrictedTo(Set.of(SmallPlanner.OWNER_ROLE, SmallPlanner.APP_USER));
                outcome = database.runner(pools, journal)
                        .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
            }
            boolean changed = !database.state().equals(before);
            lasted = outcome.problem().isEmpty();
            stood += changed ? 1 : 0;
            assertThat(outcome.steps().stream().allMatch(step -> step.state() == State.STANDS))
                    .as(writes + ": " + outcome)
                    .isEqualTo(changed);
            assertThat(outcome.ending())
                    .as(writes + ": " + outcome)
                    .matches(ending -> changed ? ending == Ending.VERIFIED : ending != Ending.VERIFIED);
            assertThat(changed && !announced(file)).as("changed without a word").isFalse();
            database.driftAgain();
        }
        assertThat(stood)
                .as("the last run, and those whose journal was lost after COMMIT")
                .isGreaterThan(2);
    }

    private static boolean announced(Path file) {
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            RunRecord run = journal.show(journal.list(1).get(0).runId());
            return run.last(EntryKind.COMMIT_BEGUN).isPresent();
        }
    }
}
