package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.StatementProgress;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkProgressTest {
    /** The views' columns have the same names on all of them. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyVersionUnderstandsTheQuestions(int major) {
        TestPostgres server = TestPostgres.major(major);
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            List<Rows> answers = pools.read(
                    TestTargets.superuser(server, "postgres"),
                    cancel,
                    session -> session.ask(
                            List.of(
                                    WorkProgress.query(1, session.version()),
                                    WorkProgress.largest(1),
                                    QueueBehind.query(1)),
                            cancel));
            assertThat(answers).allMatch(rows -> rows.rows().isEmpty());
        }
    }

    @Test
    void tellsHowFarItIs() {
        assertThat(new StatementProgress("CREATE INDEX: building index", 1200, 5000, "blocks").words())
                .isEqualTo("CREATE INDEX: building index, 1,200 of 5,000 blocks (24 %)");
        assertThat(new StatementProgress("COPY FROM", 9, 0, "bytes").words()).isEqualTo("COPY FROM, 9 bytes");
        assertThat(new StatementProgress("VACUUM: initializing", 0, 0, "blocks").words())
                .isEqualTo("VACUUM: initializing");
    }

    @Test
    void pausesDoubleUpToTheLongestAndTheCanaryIsShort() {
        LockStrategy strategy =
                new LockStrategy(6, Duration.ofSeconds(1), Duration.ofSeconds(5), 10, Duration.ofSeconds(2), true);
        assertThat(List.of(
                        strategy.pauseAfter(1),
                        strategy.pauseAfter(3),
                        strategy.pauseAfter(4),
                        strategy.pauseAfter(60)))
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(strategy.timeout(new LockTimeout(3_000), 1).milliseconds()).isEqualTo(100);
        assertThat(strategy.timeout(new LockTimeout(0), 1).milliseconds()).isEqualTo(100);
        assertThat(strategy.timeout(new LockTimeout(50), 1).milliseconds()).isEqualTo(50);
        assertThat(strategy.timeout(new LockTimeout(3_000), 2).milliseconds()).isEqualTo(3_000);
        assertThat(strategy.withdraws(0, Duration.ofDays(1))).isFalse();
        assertThat(strategy.withdraws(1, Duration.ofMillis(2_001))).isTrue();
        assertThat(strategy.withdraws(11, Duration.ZERO)).isTrue();
        assertThat(strategy.words(new LockTimeout(3_000)))
                .isEqualTo(
                        "Each statement waits at most 3 s for a lock, is tried 6 times with pauses from 1 s to 5 s (a transaction from its beginning),"
                                + " the first time for 100 ms only, is withdrawn when more than 10 sessions wait behind it or one for more than 2 s."
                                + " That bounds the wait for the lock, not how long it is then held.");
    }
}
