package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.operation.IgnoreDifferences.Judged;
import dev.plumbline.operation.ReadHappenings.Happenings;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.ui.fx.Activity;
import java.util.List;
import java.util.Optional;

/** The screen over one comparison that was read already, for whoever measures it from another package. */
public final class CompareProbe {
    private final CompareViewModel model;

    public CompareProbe(StructurePair pair, Judged judged, Activity activity) {
        model = new CompareViewModel(
                new DirectPlace("billing"),
                new CompareActions(
                        (from, to) -> (cancel, progress) -> pair,
                        read -> (cancel, progress) -> judged,
                        (read, row, reason) -> (cancel, progress) -> judged,
                        (read, ignored) -> (cancel, progress) -> judged,
                        (read, chosen) -> (cancel, progress) -> read.plan(chosen),
                        (cancel, progress) -> List.of(),
                        (from, to, resource) -> (cancel, progress) -> new Happenings(List.of(), ""),
                        () -> List.of(new DirectPlace("billing")),
                        List::of,
                        new CompareActions.Files((name, text) -> {}, Optional::empty, Optional::empty)),
                activity);
        model.right().written.set("schema");
    }

    public CompareController screen() {
        return new CompareController(model);
    }

    public void compare() {
        model.compare();
    }

    public void step(int by) {
        model.step(by);
    }

    public void filter(DifferenceFilter filter) {
        model.filterProperty().set(filter);
    }
}
