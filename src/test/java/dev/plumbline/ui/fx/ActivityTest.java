package dev.plumbline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Outcome;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Activity activity = new Activity(new JobRunner(waiting::add, Runnable::run), Clock.systemUTC());
    private final ActivitySlot slot = activity.slot();

    @Test
    void aJobIsListedUntilItEndsAndTellsHowFarItIs() {
        List<String> seen = new ArrayList<>();
        RunningJob job = slot.start(
                "Reading",
                (cancel, progress) -> {
                    progress.report("roles", 2, 5);
                    seen.add("running");
                    return "all";
                },
                end -> end.ifDone(seen::add));
        assertThat(activity.running()).containsExactly(job);
        waiting.remove().run();
        assertThat(seen).containsExactly("running", "all");
        assertThat(job.doing().get()).isEqualTo("roles");
        assertThat(job.total().get()).isEqualTo(5);
        assertThat(activity.running()).isEmpty();
        assertThat(job.ended().get()).isTrue();
    }

    @Test
    void whatStartsAnewTakesThePlaceOfWhatRan() {
        List<String> seen = new ArrayList<>();
        RunningJob first = slot.start("First", (cancel, progress) -> "first", end -> end.ifDone(seen::add));
        RunningJob second = slot.start("Second", (cancel, progress) -> "second", end -> end.ifDone(seen::add));
        assertThat(activity.running()).containsExactly(second);
        waiting.forEach(Runnable::run);
        assertThat(seen).containsExactly("second");
        assertThat(first.ended().get()).isTrue();
    }

    @Test
    void askingToStopCancelsTheWorkAndTheEndIsStillTold() {
        List<Outcome<String>> ends = new ArrayList<>();
        RunningJob job = slot.start("Running", (cancel, progress) -> "late", ends::add);
        job.askToStop();
        assertThat(job.stopping().get()).isTrue();
        waiting.remove().run();
        assertThat(ends).containsExactly(new Outcome.Stopped<>());
    }

    @Test
    void aFailureIsListedAsItsProblem() {
        Problem refused =
                new Problem(Problem.Kind.FORBIDDEN, "K8S-403", "Listing", "databases", "forbidden", "Ask for list.");
        slot.start(
                "Listing",
                (cancel, progress) -> {
                    throw new ProblemException(refused);
                },
                end -> {});
        waiting.remove().run();
        assertThat(activity.met()).extracting(Activity.Met::problem).containsExactly(refused);
    }

    @Test
    void whatNobodyForesawHasTheSameShortCodeEachTime() {
        String first = codeOf("one message");
        assertThat(first).matches("PL-[0-9A-F]{4}").isEqualTo(codeOf("another message"));
    }

    private static String codeOf(String message) {
        try {
            throw new IllegalStateException(message);
        } catch (IllegalStateException failure) {
            return Objects.requireNonNull(Failures.problemOf(failure, "Drawing").code());
        }
    }
}
