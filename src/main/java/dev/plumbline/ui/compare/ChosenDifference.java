package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.Layer;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.CompareStructure.Planned;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The line that is chosen of those that are shown, what is known of it, and the statements that would set it right, both read in the background. */
final class ChosenDifference {
    private final Reading<ComparePage> page;
    private final Reading<ShownRows> shown;
    private final CompareActions actions;
    private final Reading<CompareDetail> detail;
    private final Reading<Planned> plan;
    private final ObjectProperty<@Nullable CompareRow> selected = new SimpleObjectProperty<>();
    private int place;

    ChosenDifference(Reading<ComparePage> page, Reading<ShownRows> shown, CompareActions actions, Activity activity) {
        this.page = page;
        this.shown = shown;
        this.actions = actions;
        this.detail = new Reading<>(activity);
        this.plan = new Reading<>(activity);
        shown.valueProperty().subscribe(this::chooseAgain);
        selected.subscribe(this::look);
    }

    /** After another list: the same difference where it is still there, else what took its place. */
    private void chooseAgain() {
        ShownRows rows = shown.value();
        CompareRow before = selected.get();
        if (rows == null || rows.rows().isEmpty()) {
            selected.set(null);
            return;
        }
        CompareRow same = before == null
                ? null
                : rows.rows().stream()
                        .filter(line -> line.row().equals(before.row()))
                        .findFirst()
                        .orElse(null);
        selected.set(
                same != null
                        ? same
                        : rows.rows().get(Math.min(place, rows.rows().size() - 1)));
    }

    private void look(@Nullable CompareRow line) {
        ComparePage now = page.value();
        plan.clear();
        if (line == null || now == null) {
            detail.clear();
            return;
        }
        ShownRows rows = shown.value();
        place = rows == null ? 0 : Math.max(0, rows.rows().indexOf(line));
        detail.start(Texts.get("compare.job.detail"), (cancel, progress) -> CompareDetail.of(now, line));
        if (line.row().layer() == Layer.STRUCTURE && line.row().found() != null) {
            StructureName name = line.row().found().name();
            plan.start(Texts.get("compare.job.plan"), actions.plan().apply(now.pair(), Set.of(name)));
        }
    }

    /** Chooses the next line, or the one before; at an end it stays there. */
    void step(int by) {
        ShownRows rows = shown.value();
        if (rows != null && !rows.rows().isEmpty()) {
            int next = selected.get() == null ? 0 : place + by;
            selected.set(rows.rows().get(Math.max(0, Math.min(rows.rows().size() - 1, next))));
        }
    }

    Reading<CompareDetail> detail() {
        return detail;
    }

    Reading<Planned> plan() {
        return plan;
    }

    ObjectProperty<@Nullable CompareRow> selected() {
        return selected;
    }
}
