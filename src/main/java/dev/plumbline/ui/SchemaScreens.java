package dev.plumbline.ui;

import dev.plumbline.drift.State;
import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.job.Work;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.SchemaDestination;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.RepairController;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.schema.AcceptedRenames;
import dev.plumbline.ui.schema.Aside;
import dev.plumbline.ui.schema.Orphan;
import dev.plumbline.ui.schema.OrphansController;
import dev.plumbline.ui.schema.OrphansViewModel;
import dev.plumbline.ui.schema.QuarantineReview;
import dev.plumbline.ui.schema.ReconcileActions;
import dev.plumbline.ui.schema.RecoveryController;
import dev.plumbline.ui.schema.RecoveryViewModel;
import dev.plumbline.ui.schema.SchemaDriftActions;
import dev.plumbline.ui.schema.SchemaDriftController;
import dev.plumbline.ui.schema.SchemaDriftViewModel;
import dev.plumbline.ui.schema.SchemaReview;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The screens of SchemaDefinitions, and what they tell each other without knowing each other. */
final class SchemaScreens {
    private final SchemaActions actions;
    private final Surroundings around;
    private final ReviewPages pages;
    private final Map<ResourceRef, AcceptedRenames> renames = new HashMap<>();

    private SchemaScreens(SchemaActions actions, Surroundings around, ReviewPages pages) {
        this.actions = actions;
        this.around = around;
        this.pages = pages;
    }

    static Screens of(SchemaActions actions, Surroundings around, ReviewPages pages) {
        SchemaScreens screens = new SchemaScreens(actions, around, pages);
        return new Screens()
                .with(SchemaDestination.SchemaDrift.class, screens::drift)
                .with(SchemaDestination.SchemaOptions.class, screens::options)
                .with(SchemaDestination.SchemaRepair.class, screens::repair)
                .with(SchemaDestination.Orphans.class, screens::orphans)
                .with(SchemaDestination.Quarantine.class, screens::quarantine)
                .with(SchemaDestination.Restore.class, screens::restore);
    }

    private SchemaDriftController drift(SchemaDestination.SchemaDrift to) {
        ResourceRef ref = to.resource().ref();
        SchemaDriftActions drift = new SchemaDriftActions(
                actions.check().apply(ref, renames(ref)),
                pages.review(new SchemaDestination.SchemaRepair(to.resource())),
                changed(ref),
                this::tell,
                renames(ref));
        return new SchemaDriftController(new SchemaDriftViewModel(ref.name(), drift, around.activity()));
    }

    private RecoveryController options(SchemaDestination.SchemaOptions to) {
        ResourceRef ref = to.resource().ref();
        Supplier<SafeMode> mode = () -> around.modeOf().apply(ref.context());
        return new RecoveryController(new RecoveryViewModel(
                ref.name(),
                actions.check().apply(ref, Set::of),
                changed(ref),
                new ReconcileActions((seen, typed) -> actions.reconcile().of(seen, mode.get(), typed), mode),
                pages.review(new SchemaDestination.SchemaRepair(to.resource())),
                around.activity()));
    }

    private RepairController repair(SchemaDestination.SchemaRepair to) {
        ResourceRef ref = to.resource().ref();
        AcceptedRenames accepted = renames(ref);
        AtomicReference<Set<String>> planned = new AtomicReference<>(Set.of());
        Supplier<Set<String>> taken = () -> {
            Set<String> now = accepted.get();
            planned.set(now);
            return now;
        };
        Work<ReviewedPlan> plan =
                SchemaReview.of(actions.plan().apply(ref, taken), actions.run().apply(ref), accepted);
        AskedFor asked = pages.asked(
                to, new AskedFor(accepted.changes(), () -> !accepted.get().equals(planned.get())));
        return page(to.resource(), ref.name(), () -> plan, ReviewWords.STRUCTURE, asked, () -> {
            planned.set(Set.of());
            accepted.keepOnly(List.of());
        });
    }

    private OrphansController orphans(SchemaDestination.Orphans to) {
        ResourceRef ref = to.resource().ref();
        return new OrphansController(new OrphansViewModel(
                ref.namespace(),
                actions.namespace().apply(ref),
                changed(ref),
                orphan -> pages.review(new SchemaDestination.Quarantine(to.resource(), orphan.schema(), orphan.table()))
                        .run(),
                aside -> pages.review(new SchemaDestination.Restore(
                                to.resource(),
                                aside.name(),
                                aside.from().schema(),
                                aside.from().table()))
                        .run(),
                around.activity()));
    }

    private RepairController restore(SchemaDestination.Restore to) {
        ResourceRef ref = to.resource().ref();
        Aside aside = new Aside(to.aside(), new QuarantineName(to.schema(), to.table()));
        Work<ReviewedPlan> plan = QuarantineReview.of(
                actions.restore().apply(ref, aside), actions.setAside().apply(ref));
        String name = to.schema().text() + "." + to.table().text();
        return page(to.resource(), name, () -> plan, ReviewWords.RESTORE, pages.asked(to, AskedFor.always()), () -> {});
    }

    private RepairController quarantine(SchemaDestination.Quarantine to) {
        ResourceRef ref = to.resource().ref();
        Work<ReviewedPlan> plan = QuarantineReview.of(
                actions.quarantine().apply(ref, new Orphan(to.schema(), to.table())),
                actions.setAside().apply(ref));
        String name = to.schema().text() + "." + to.table().text();
        return page(
                to.resource(), name, () -> plan, ReviewWords.QUARANTINE, pages.asked(to, AskedFor.always()), () -> {});
    }

    private RepairController page(
            EstateResource resource,
            String name,
            Supplier<Work<ReviewedPlan>> plan,
            ReviewWords words,
            AskedFor asked,
            Runnable ran) {
        ResourceRef ref = resource.ref();
        return pages.page(new ReviewPages.Reviewed(
                name, ref.context(), plan, SchemaScreens::unproved, words, asked, new Destination.Journal(), () -> {
                    around.checked()
                            .changed(
                                    other -> place(other).equals(place(ref)),
                                    around.clock().instant());
                    ran.run();
                }));
    }

    /** The page offers no proof of such a plan; whoever asks for one all the same is told why there is none. */
    private static Work<Proof> unproved(Plan plan) {
        Problem why = new Problem(
                Problem.Kind.INVALID,
                "no-proof-here",
                "Proving the plan on",
                plan.target().shown(),
                "it would hold its locks on the tables until it is rolled back.",
                "Look at the modelled lines.");
        return (cancel, progress) -> new Proof(Optional.empty(), Optional.of(why), Optional.empty(), Duration.ZERO);
    }

    private AcceptedRenames renames(ResourceRef ref) {
        return renames.computeIfAbsent(ref, first -> new AcceptedRenames());
    }

    private Supplier<Instant> changed(ResourceRef ref) {
        return () -> around.checked().changedAt(ref);
    }

    /** What one table's run changed may show on any screen of its namespace. */
    private static String place(ResourceRef ref) {
        return ref.context() + "/" + ref.namespace();
    }

    /** The estate shows what was found rather than what the status says. */
    private void tell(SchemaReport report) {
        boolean known =
                report.drift().filter(drift -> drift.unknown().isEmpty()).isPresent();
        long differing = report.drift().stream()
                .mapToLong(drift -> drift.renamed().size()
                        + drift.findings().stream()
                                .filter(finding -> finding.cause().isDrift())
                                .count())
                .sum();
        State state = !known ? State.UNKNOWN : differing > 0 ? State.DRIFT : State.OK;
        around.checked().report(report.definition().ref(), state, (int) differing);
    }
}
