package dev.plumbline.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.operation.ChainState;
import dev.plumbline.ui.control.Tone;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
    private final SampleHistory sample = new SampleHistory();

    @Test
    void aRunWithoutAnEndStandsFirstAndThenTheNewest() {
        HistoryViewModel model = read();
        assertThat(model.rows())
                .extracting(RunRow::outcome)
                .containsExactly("unfinished", "VERIFIED", "FAILED", "REFUSED");
        assertThat(model.unfinished())
                .isEqualTo("1 run has no end in the journal: the console or its connection ended first.");
        assertThat(model.rows().get(0).next()).contains("check the database again");
        assertThat(model.rows().get(0).tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void timesAreInUtcAndDigestsShort() {
        RunRow row = read().rows().get(1);
        assertThat(row.begun()).isEqualTo("2026-11-20 09:41:12 UTC");
        assertThat(row.digest()).isEqualTo("7c1f 09ab");
    }

    @Test
    void choosingARunReadsItsEntriesOnce() {
        HistoryViewModel model = read();
        model.selectedProperty().set(model.rows().get(1));
        assertThat(sample.opened).containsExactly("20261120T094112Z-7c1f");
        assertThat(Objects.requireNonNull(model.detail().value()).entries()).hasSize(5);
        model.selectedProperty().set(null);
        assertThat(model.detail().value()).isNull();
    }

    @Test
    void aRunAskedForBeforeTheJournalWasReadOpensOnceItIs() {
        HistoryViewModel model = sample.atOnce();
        model.select("20261119T220301Z-02aa");
        assertThat(model.selectedProperty().get()).isNull();
        model.read();
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).outcome())
                .isEqualTo("FAILED");
    }

    @Test
    void readingAgainKeepsTheChosenRunAndForgetsOneThatIsGone() {
        HistoryViewModel model = read();
        model.select("20261119T220301Z-02aa");
        model.read();
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).id()).isEqualTo("20261119T220301Z-02aa");
        sample.runs = List.of(sample.runs.get(0));
        model.read();
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void theChainIsSaidToHoldOrWhereItBreaks() {
        assertThat(ChainWords.of(new ChainState(58, "")).text()).isEqualTo("chain verified ✓ 58 entries");
        ChainWords broken = ChainWords.of(new ChainState(12, "entry 13 was changed"));
        assertThat(broken.text()).isEqualTo("chain broken ✕ entry 13 was changed");
        assertThat(broken.tone()).isEqualTo(Tone.DANGER);
    }

    @Test
    void hostileNamesAreEscaped() {
        assertThat(read().rows().get(3).target()).contains("a\"b\\u{000A}c");
    }

    private HistoryViewModel read() {
        HistoryViewModel model = sample.atOnce();
        model.read();
        return model;
    }
}
