package dev.plumbline.catalog.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.Walk;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reading that was cancelled, or whose taker refuses a row, is never taken for a whole one. */
class CancelledReadingTest {
    private static final Query NUMBERS =
            new Query("numbers", "SELECT n FROM pg_catalog.generate_series(1, 100000) AS s(n)", List.of());

    @Test
    void aCancelAmidTheRowsOfTheLastAnswerIsToldAndNoMoreAreTaken() {
        ConnectionTarget target = target();
        int[] taken = {0};
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            Walk walk = new Walk(NUMBERS, row -> {
                if (++taken[0] == 1) {
                    cancel.cancel();
                }
            });
            assertThatThrownBy(() -> pools.read(target, cancel, session -> {
                        session.walkTogether(List.of(walk), cancel);
                        return "whole";
                    }))
                    .isInstanceOf(Cancelled.class);
            assertThat(taken[0]).isLessThan(2_000);
            assertThat(numbers(pools, target)).isEqualTo(100_000);
        }
    }

    @Test
    void whatATakerThrowsComesOutAndTheConnectionStaysOfUse() {
        ConnectionTarget target = target();
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            Walk refusing = new Walk(NUMBERS, row -> {
                throw new NotPlainException("odd");
            });
            assertThatThrownBy(() -> pools.read(target, cancel, session -> {
                        session.walkTogether(
                                List.of(refusing, new Walk(NUMBERS, row -> {
                                    // never served
                                })),
                                cancel);
                        return "whole";
                    }))
                    .isInstanceOf(NotPlainException.class);
            assertThat(numbers(pools, target)).isEqualTo(100_000);
        }
    }

    private static int numbers(ServerPools pools, ConnectionTarget target) {
        int[] taken = {0};
        CancelToken cancel = new CancelToken();
        return pools.read(target, cancel, session -> {
            session.walkTogether(List.of(new Walk(NUMBERS, row -> taken[0]++)), cancel);
            return taken[0];
        });
    }

    private static ConnectionTarget target() {
        return TestTargets.superuser(TestPostgres.newest(), "postgres");
    }
}
