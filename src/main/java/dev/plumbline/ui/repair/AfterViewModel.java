package dev.plumbline.ui.repair;

import dev.plumbline.model.Snapshot;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Preview;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is there after the chosen steps, modelled, proved or really read, and who gains and loses by them. */
public final class AfterViewModel {
    private final DryRunViewModel dryRun;
    private final Reading<GainLines> gain;
    private final ReadOnlyObjectWrapper<AfterBadge> badge = new ReadOnlyObjectWrapper<>(AfterBadge.MODELLED);

    AfterViewModel(Activity activity) {
        this.dryRun = new DryRunViewModel(activity);
        this.gain = new Reading<>(activity);
    }

    /** Computes anew what the chosen steps lead to. */
    void show(Plan chosen, @Nullable ReviewedPlan planned, ProofViewModel proof, @Nullable RepairResult result) {
        Optional<StructureDetail> structure = planned == null ? Optional.empty() : planned.structure();
        badge.set(AfterBadge.of(proof.reading().value(), result, structure));
        Optional<Snapshot> really =
                result == null ? Optional.empty() : result.outcome().verifiedState();
        structure.ifPresentOrElse(
                detail -> dryRun.show((cancel, progress) ->
                        new Preview(Preview.Badge.MODELLED, detail.rows(chosen, really.isPresent()))),
                () -> dryRun.show(chosen, really.or(proof::after)));
        Optional<GainSource> source = planned == null ? Optional.empty() : planned.gain();
        showGain(chosen, source, Optional.ofNullable(proof.reading().value()));
    }

    /** Nothing where the plan has no such source. */
    private void showGain(Plan chosen, Optional<GainSource> source, Optional<Proof> proved) {
        source.ifPresentOrElse(
                from -> gain.start(
                        "computing who gains and loses",
                        (cancel, progress) -> GainLines.of(from.of(chosen, proved, cancel))),
                gain::clear);
    }

    /** The lines of Now and After. */
    public DryRunViewModel dryRun() {
        return dryRun;
    }

    /** Who gains and loses by the chosen steps, as it was told last. */
    public Reading<GainLines> gain() {
        return gain;
    }

    public ReadOnlyObjectProperty<AfterBadge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }
}
