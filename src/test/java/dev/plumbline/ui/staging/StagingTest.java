package dev.plumbline.ui.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StagingTest {
    private final SampleStaging sample = new SampleStaging();
    private final Staging staging = sample.staging;

    private List<String> shown() {
        return staging.entries().stream().map(StagedEntry::shown).toList();
    }

    @Test
    void changesStandInTheOrderInWhichTheyWereStagedAndEachOnce() {
        sample.join("reader", "app");
        sample.join("writer", "app");
        sample.join("reader", "app");
        assertThat(shown())
                .containsExactly(
                        "GRANT \"reader\" TO \"app\" WITH INHERIT TRUE, SET TRUE",
                        "GRANT \"writer\" TO \"app\" WITH INHERIT TRUE, SET TRUE");
        assertThat(staging.entries().get(0).from()).isEqualTo("Roles");
        assertThat(staging.has(sample.now, List.of(SampleStaging.joining("writer", "app"))))
                .isTrue();
        assertThat(staging.has(sample.now, List.of(SampleStaging.joining("owner", "app"))))
                .isFalse();
    }

    @Test
    void everyEditIsUndoneAndRedone() {
        sample.join("reader", "app");
        sample.join("writer", "app");
        staging.remove(List.of(staging.entries().get(0)));
        staging.discardAll();
        assertThat(shown()).isEmpty();
        staging.undo();
        assertThat(shown()).singleElement().asString().contains("writer");
        staging.undo();
        assertThat(shown()).hasSize(2);
        staging.undo();
        staging.undo();
        assertThat(shown()).isEmpty();
        assertThat(staging.undoableProperty().get()).isFalse();
        staging.redo();
        staging.redo();
        staging.redo();
        assertThat(shown()).singleElement().asString().contains("writer");
        assertThat(staging.redoableProperty().get()).isTrue();
        sample.join("owner", "app");
        assertThat(staging.redoableProperty().get()).isFalse();
    }

    @Test
    void nothingThatChangesNothingIsAnEdit() {
        staging.discardAll();
        staging.undo();
        staging.unstage(sample.now, List.of(SampleStaging.joining("reader", "app")));
        assertThat(staging.undoableProperty().get()).isFalse();
    }

    @Test
    void whatRanLeavesAndCannotBeUndoneHere() {
        sample.join("reader", "app");
        sample.join("writer", "app");
        staging.ran(List.of(staging.entries().get(0)));
        assertThat(shown()).singleElement().asString().contains("writer");
        assertThat(staging.undoableProperty().get()).isFalse();
    }

    @Test
    void aListenerHearsOfEachEditOnceAndOneListIsSharedByTheScreensOfADatabase() {
        AtomicInteger heard = new AtomicInteger();
        staging.entries().subscribe(heard::incrementAndGet);
        sample.join("reader", "app");
        staging.undo();
        assertThat(heard).hasValue(2);
        Function<DatabasePlace, Staging> shared = Staging.shared();
        ResourceRef billing = new ResourceRef("prod", "g", "databases", "team", "billing");
        ResourceRef ledger = new ResourceRef("prod", "g", "databases", "team", "ledger");
        assertThat(shared.apply(billing)).isSameAs(shared.apply(billing)).isNotSameAs(shared.apply(ledger));
    }
}
