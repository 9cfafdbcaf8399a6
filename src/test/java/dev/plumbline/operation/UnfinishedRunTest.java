package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of a run that was killed, by how far its journal goes. */
class UnfinishedRunTest {
    private final List<Entry> entries = new ArrayList<>();

    private UnfinishedRunTest add(EntryKind kind, Map<String, String> fields) {
        entries.add(new Entry(entries.size() + 1, "r1", kind, Instant.EPOCH, new TreeMap<>(fields), ""));
        return this;
    }

    private UnfinishedRunTest planned(String step, boolean inTransaction) {
        return add(EntryKind.STATEMENT_PLANNED, Map.of("step", step, "inTransaction", Boolean.toString(inTransaction)));
    }

    private UnfinishedRunTest begun(String step) {
        return add(EntryKind.STATEMENT_BEGUN, Map.of("step", step));
    }

    private UnfinishedRunTest ended(String step, String state) {
        return add(EntryKind.STATEMENT_ENDED, Map.of("step", step, "sqlstate", state));
    }

    private String next() {
        return UnfinishedRun.next(new RunRecord("r1", entries));
    }

    @Test
    void whatWasOnlyInATransactionIsRolledBack() {
        add(EntryKind.RUN_BEGUN, Map.of())
                .planned("a", true)
                .planned("b", true)
                .begun("a")
                .ended("a", "00000")
                .begun("b");
        assertThat(next()).startsWith("Nothing was committed");
        add(EntryKind.COMMIT_BEGUN, Map.of());
        assertThat(next()).startsWith("It ended around COMMIT");
        add(EntryKind.COMMITTED, Map.of());
        assertThat(next()).startsWith("It was committed but not verified");
    }

    @Test
    void whatRanOutsideOfATransactionIsNotSaidToBeRolledBack() {
        add(EntryKind.RUN_BEGUN, Map.of()).planned("a", false).planned("b", false);
        assertThat(next()).startsWith("Nothing was committed");
        begun("a");
        assertThat(next())
                .isEqualTo(
                        "When it ended, a was under way outside of a transaction and may have taken effect. Look what stands (journal explain r1), then plan again.");
        ended("a", "00000").begun("b");
        assertThat(next())
                .isEqualTo(
                        "1 statement ran outside of a transaction: what was done there stands. When it ended, b was under way outside of a transaction and may have taken effect. Look what stands (journal explain r1), then plan again.");
        ended("b", "55P03").begun("b").ended("b", "00000");
        assertThat(next()).startsWith("2 statements ran outside of a transaction: what was done there stands. Look");
    }

    @Test
    void whatWasCommittedBeforeStandsWhateverCameThen() {
        add(EntryKind.RUN_BEGUN, Map.of())
                .planned("a", true)
                .planned("b", true)
                .begun("a")
                .ended("a", "00000")
                .add(EntryKind.COMMIT_BEGUN, Map.of())
                .add(EntryKind.COMMITTED, Map.of());
        assertThat(next()).startsWith("A part of it was committed and stands");
    }
}
