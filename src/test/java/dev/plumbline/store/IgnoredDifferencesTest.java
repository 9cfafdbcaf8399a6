package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.IgnoredDifferences.Ignored;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class IgnoredDifferencesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatIsIgnoredIsOfOneDatabaseUntilItIsTakenBack() {
        Path file = folder.resolve("ignored.db");
        Ignored first = new Ignored("7 billing", "aa", "only left: index s.t.i", "made by hand", "ada", MONDAY);
        try (IgnoredDifferences store = IgnoredDifferences.open(file)) {
            store.ignore(first);
            store.ignore(new Ignored("8 billing", "aa", "only left: index s.t.i", "other", "ada", MONDAY));
        }
        try (IgnoredDifferences store = IgnoredDifferences.open(file)) {
            assertThat(store.of("7 billing")).containsExactly(first);
            Ignored again = new Ignored("7 billing", "aa", "the same", "a better reason", "bob", MONDAY.plusSeconds(1));
            store.ignore(again);
            assertThat(store.of("7 billing")).containsExactly(again);
            store.takeBack("7 billing", "aa");
            store.takeBack("7 billing", "unknown");
            assertThat(store.of("7 billing")).isEmpty();
            assertThat(store.of("8 billing")).hasSize(1);
        }
    }
}
