package dev.plumbline.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Activity activity = new Activity(new JobRunner(background::add, Runnable::run), Clock.systemUTC());
    private final Reading<String> reading = new Reading<>(activity);

    @Test
    void anEqualValueIsNewsToo() {
        List<String> heard = new ArrayList<>();
        reading.valueProperty().subscribe(() -> heard.add(String.valueOf(reading.value())));
        read(new String("same"));
        read(new String("same"));
        assertThat(heard).containsExactly("same", "same");
    }

    @Test
    void aNewReadingDropsTheLateValueOfTheOldOne() {
        reading.start("reading", (cancel, progress) -> "old");
        reading.start("reading", (cancel, progress) -> "new");
        background.removeLast().run();
        background.removeLast().run();
        assertThat(reading.value()).isEqualTo("new");
    }

    @Test
    void aFailureKeepsTheValueAndIsListedInTheActivity() {
        read("first");
        reading.start("reading billing", (cancel, progress) -> {
            throw new IllegalStateException("broken");
        });
        background.remove().run();
        assertThat(reading.phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(reading.value()).isEqualTo("first");
        assertThat(Objects.requireNonNull(reading.problemProperty().get()).answer())
                .contains("broken");
        assertThat(activity.met()).hasSize(1);
    }

    @Test
    void cancellingFromTheActivityIsTold() {
        reading.start("reading", (cancel, progress) -> {
            cancel.check();
            return "never";
        });
        Objects.requireNonNull(reading.jobProperty().get()).askToStop();
        background.remove().run();
        assertThat(reading.phase()).isEqualTo(Reading.Phase.STOPPED);
    }

    private void read(String value) {
        reading.start("reading", (cancel, progress) -> value);
        background.remove().run();
    }
}
