package dev.plumbline.ui.history;

import dev.plumbline.job.Work;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The journal's runs, those that never ended first, then the newest; and whether the chain of its entries holds. */
public final class HistoryViewModel {
    private static final Comparator<RunRow> UNFINISHED_THEN_NEWEST = Comparator.comparing(RunRow::finished)
            .thenComparing(row -> row.run().begunAt(), Comparator.reverseOrder())
            .thenComparing(RunRow::id);
    private final Work<List<HistoryRun>> runs;
    private final Function<String, Work<HistoryRun>> record;
    private final Work<ChainState> chain;
    private final Reading<List<HistoryRun>> reading;
    private final Reading<ChainState> verifying;
    private final Reading<HistoryRun> detail;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunRow> selected = new SimpleObjectProperty<>();
    private String wanted = "";

    /** {@code runs} may come without their entries; {@code record} reads one with them. */
    public HistoryViewModel(
            Work<List<HistoryRun>> runs,
            Function<String, Work<HistoryRun>> record,
            Work<ChainState> chain,
            Activity activity) {
        this.runs = runs;
        this.record = record;
        this.chain = chain;
        this.reading = new Reading<>(activity);
        this.verifying = new Reading<>(activity);
        this.detail = new Reading<>(activity);
        reading.valueProperty().subscribe(() -> show(reading.value()));
        selected.subscribe(this::showDetail);
    }

    /** Reads the runs, and walks the hash chain again. */
    public void read() {
        reading.start("reading the journal", runs);
        verifying.start("verifying the journal's chain", chain);
    }

    /** Selects the run with this id, now or once it was read. */
    public void select(String id) {
        wanted = id;
        row(id).ifPresent(selected::set);
    }

    /** What the runs without an end ask for, as a sentence; empty when there are none. */
    public String unfinished() {
        long count = rows.stream().filter(row -> !row.finished()).count();
        return count == 0
                ? ""
                : CountWords.of(count, "run has", "runs have")
                        + " no end in the journal: the console or its connection ended first.";
    }

    private void show(@Nullable List<HistoryRun> read) {
        if (read == null) {
            return;
        }
        RunRow before = selected.get();
        String keep = !wanted.isEmpty() ? wanted : before == null ? "" : before.id();
        wanted = "";
        rows.setAll(
                read.stream().map(RunRow::new).sorted(UNFINISHED_THEN_NEWEST).toList());
        selected.set(row(keep).orElse(null));
    }

    private void showDetail(@Nullable RunRow row) {
        detail.clear();
        if (row != null) {
            detail.start("reading run " + row.id(), record.apply(row.id()));
        }
    }

    private Optional<RunRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The rows as a table sorts them; in the model's own order while it does not. */
    public SortedList<RunRow> sortedBy(ObservableValue<? extends Comparator<RunRow>> comparator) {
        SortedList<RunRow> sorted = rows.sorted();
        sorted.comparatorProperty().bind(comparator);
        return sorted;
    }

    public ObservableList<RunRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable RunRow> selectedProperty() {
        return selected;
    }

    public Reading<List<HistoryRun>> reading() {
        return reading;
    }

    /** The selected run with its entries. */
    public Reading<HistoryRun> detail() {
        return detail;
    }

    public Reading<ChainState> verifying() {
        return verifying;
    }
}
