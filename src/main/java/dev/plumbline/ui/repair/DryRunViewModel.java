package dev.plumbline.ui.repair;

import dev.plumbline.job.Work;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Preview;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lines of Now and After, and which of them belong to the steps that are lit. Lines are computed in the background. */
public final class DryRunViewModel {
    private final Reading<Preview> computing;
    private final ObservableList<PreviewRow> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<String>> lit = new ReadOnlyObjectWrapper<>(Set.of());

    DryRunViewModel(Activity activity) {
        this.computing = new Reading<>(activity);
        computing.valueProperty().subscribe(() -> take(computing.value()));
    }

    /** Shows what the plan makes of the catalog, or with {@code read} what was really found afterwards. */
    void show(Plan plan, Optional<Snapshot> read) {
        computing.start("computing the preview", (cancel, progress) -> Preview.compute(plan, read));
    }

    /** Shows lines that somebody else computes. */
    void show(Work<Preview> lines) {
        computing.start("computing the preview", lines);
    }

    /** Lights one step and the lines it changes. */
    public void lightStep(String id) {
        lit.set(Set.of(id));
    }

    /** Lights the steps that change this line. */
    public void lightLine(PreviewRow line) {
        lit.set(line.steps());
    }

    public void lightNothing() {
        lit.set(Set.of());
    }

    public boolean isLit(PreviewRow line) {
        return !Collections.disjoint(line.steps(), lit.get());
    }

    /** The place of the first lit line, −1 when none is. */
    public int firstLit() {
        for (int index = 0; index < lines.size(); index++) {
            if (isLit(lines.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private void take(@Nullable Preview preview) {
        if (preview != null) {
            lines.setAll(preview.rows());
        }
    }

    public ObservableList<PreviewRow> lines() {
        return lines;
    }

    /** The ids of the steps that are lit. */
    public ReadOnlyObjectProperty<Set<String>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    public Reading<Preview> computing() {
        return computing;
    }
}
