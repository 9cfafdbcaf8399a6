package dev.plumbline.ui;

import dev.plumbline.drift.State;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.ManagedDestination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.rotation.RotationActions;
import dev.plumbline.ui.rotation.RotationController;
import dev.plumbline.ui.rotation.RotationReview;
import dev.plumbline.ui.rotation.RotationViewModel;
import java.time.Duration;
import java.util.Optional;

/** The screens of ManagedDatabases, and what they tell each other without knowing each other. */
final class ManagedScreens {
    private final ManagedActions actions;
    private final Surroundings around;
    private final ReviewPages pages;

    private ManagedScreens(ManagedActions actions, Surroundings around, ReviewPages pages) {
        this.actions = actions;
        this.around = around;
        this.pages = pages;
    }

    static Screens of(ManagedActions actions, Surroundings around, ReviewPages pages) {
        ManagedScreens screens = new ManagedScreens(actions, around, pages);
        return new Screens()
                .with(ManagedDestination.Managed.class, to -> screens.managed(to.managed()))
                .with(ManagedDestination.Rotation.class, to -> screens.rotation(to.managed()));
    }

    private RotationController managed(ResourceRef ref) {
        RotationActions rotation = new RotationActions(
                actions.read().apply(ref),
                actions.measure().apply(ref),
                this::tell,
                pages.review(new ManagedDestination.Rotation(ref)),
                () -> around.checked().changedAt(ref));
        return new RotationController(new RotationViewModel(ref, rotation, around.activity(), around.clock()));
    }

    private RepairController rotation(ResourceRef ref) {
        Work<ReviewedPlan> plan = RotationReview.of(actions.read().apply(ref), actions.run());
        return pages.page(new ReviewPages.Reviewed(
                ref.name(),
                ref.context(),
                () -> plan,
                ManagedScreens::unproved,
                ReviewWords.ROTATION,
                pages.asked(new ManagedDestination.Rotation(ref), AskedFor.always()),
                new Destination.Journal(),
                () -> around.checked().changed(ref::equals, around.clock().instant())));
    }

    /** The page offers no proof of such a plan; whoever asks for one all the same is told why there is none. */
    private static Work<Proof> unproved(Plan plan) {
        Problem why = new Problem(
                Problem.Kind.INVALID,
                "no-proof-here",
                "Proving the plan on",
                plan.target().shown(),
                "no transaction holds the cluster and the database together.",
                "Look at the modelled lines.");
        return (cancel, progress) -> new Proof(Optional.empty(), Optional.of(why), Optional.empty(), Duration.ZERO);
    }

    /** The estate shows what was found rather than what the status says. */
    private void tell(RotationReport report) {
        RotationPlan plan = report.plan();
        boolean known = plan.facts()
                .live()
                .value()
                .flatMap(live -> live.current().value())
                .isPresent();
        boolean there = plan.isEmpty() && plan.refusals().isEmpty();
        int left = plan.chain().pending().size() + plan.retirements().size();
        around.checked()
                .report(
                        plan.facts().database().ref(),
                        !known ? State.UNKNOWN : there ? State.OK : State.DRIFT,
                        known && !there ? Math.max(left, 1) : 0);
    }
}
