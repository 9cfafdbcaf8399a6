package dev.plumbline.ui.findings;

import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.drift.security.Severity;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The findings of one Database, judged in the background from the reading that all screens of its access side share. */
public final class FindingsViewModel {
    private final AccessReading access;
    private final Reading<List<SecurityFinding>> judging;
    private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FindingRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private @Nullable AccessReport judged;

    public FindingsViewModel(AccessReading access, Activity activity) {
        this.access = access;
        this.judging = new Reading<>(activity);
        headline.set("Findings about " + name());
        judging.valueProperty().subscribe(() -> show(judging.value()));
    }

    /** Reads unless some screen of this Database has. */
    public void readOnce() {
        access.readOnce();
    }

    public void readAgain() {
        access.readAgain();
    }

    /** Judges the access side that was read last, by whichever screen, unless it has been. */
    @SuppressWarnings("ReferenceEquality") // comparing two large reports by value costs more than judging one
    public void judgeWhatWasRead() {
        AccessReport report = access.reading().value();
        if (report != null && report != judged) {
            judged = report;
            connection.set(report.connection().shown());
            judging.start("judging roles and grants of " + name(), (cancel, progress) -> report.findings());
        }
    }

    private void show(@Nullable List<SecurityFinding> findings) {
        if (findings == null) {
            return;
        }
        SecurityFinding before = selected.get() == null ? null : selected.get().finding();
        List<FindingRow> next = new ArrayList<>();
        findings.forEach(finding -> next.add(new FindingRow(next.size(), finding)));
        rows.setAll(next);
        selected.set(rows.stream()
                .filter(row -> row.finding().equals(before))
                .findFirst()
                .orElse(null));
        headline.set(counted(findings) + " about " + name());
    }

    private static String counted(List<SecurityFinding> findings) {
        long found = findings.stream().filter(SecurityFinding::isFound).count();
        return CountWords.atHead(found) + (found == 1 ? " finding" : " findings");
    }

    /** How many of each severity there are, and how many checks could not be answered; empty while nothing is known. */
    public String counts() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            add(
                    parts,
                    rows.stream()
                            .filter(row ->
                                    row.finding().isFound() && row.finding().severity() == severity)
                            .count(),
                    severity.word());
        }
        add(parts, rows.stream().filter(row -> row.finding().isUnknown()).count(), "unknown");
        add(parts, rows.stream().filter(row -> !row.finding().applies()).count(), "not here");
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** True once everything was looked at and there is nothing, not even something unknown. */
    public boolean isClean() {
        return judging.phase() == Reading.Phase.READY && rows.isEmpty();
    }

    /** The reading that the findings were judged from last; null before there was any. */
    public @Nullable AccessSnapshot judgedSnapshot() {
        AccessReport report = judged;
        return report == null ? null : report.snapshot();
    }

    private String name() {
        return Visible.text(access.place().name());
    }

    /** The rows as a table sorts them; in their own order while it does not. */
    public SortedList<FindingRow> sortedBy(ObservableValue<? extends Comparator<FindingRow>> comparator) {
        SortedList<FindingRow> sorted = rows.sorted();
        sorted.comparatorProperty().bind(comparator);
        return sorted;
    }

    public ObservableList<FindingRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable FindingRow> selectedProperty() {
        return selected;
    }

    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    public Reading<AccessReport> reading() {
        return access.reading();
    }

    public Reading<List<SecurityFinding>> judging() {
        return judging;
    }
}
