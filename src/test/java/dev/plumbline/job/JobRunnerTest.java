package dev.plumbline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    private static final Progress UNHEARD = (doing, done, total) -> {};
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Outcome<String>> outcomes = new ArrayList<>();
    private final JobRunner runner = new JobRunner(waiting::add, Runnable::run);

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void workEndsWithItsResult() {
        runner.<String>start((cancel, progress) -> "read", UNHEARD, outcomes::add);
        runAll();
        assertThat(outcomes).containsExactly(new Outcome.Done<>("read"));
    }

    @Test
    void aFailureIsAnOutcome() {
        IllegalStateException failure = new IllegalStateException("no");
        runner.<String>start(
                (cancel, progress) -> {
                    throw failure;
                },
                UNHEARD,
                outcomes::add);
        runAll();
        assertThat(outcomes).containsExactly(new Outcome.Failed<>(failure));
    }

    @Test
    void closingStopsWhatRunsAndItsFailureIsThatItWasStopped() {
        runner.<String>start(
                (cancel, progress) -> {
                    runner.close();
                    throw new IllegalStateException("the client is closed");
                },
                UNHEARD,
                outcomes::add);
        runAll();
        assertThat(outcomes).containsExactly(new Outcome.Stopped<>());
    }

    @Test
    void nothingRunsThatIsStartedAfterClosing() {
        runner.close();
        runner.<String>start((cancel, progress) -> "read", UNHEARD, outcomes::add);
        runAll();
        assertThat(outcomes).containsExactly(new Outcome.Stopped<>());
    }
}
