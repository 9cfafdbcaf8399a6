package dev.plumbline.ui.migration;

import dev.plumbline.job.Work;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Problem;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.TriedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.repair.AfterBadge;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.repair.StructureDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Migrations as a plan that is tried on the live server and rolled back: as the scratch server predicts them, then as they were seen within the transaction. */
public final class TrialReview implements StructureDetail {
    private static final int SHOWN = 12;
    private final MigrationTrial trial;
    private volatile @Nullable TriedMigrations tried;

    private TrialReview(MigrationTrial trial) {
        this.trial = trial;
    }

    /** Reads, traces and plans, always anew. */
    public static Work<ReviewedPlan> of(Work<MigrationTrial> plan, PendingTrial run) {
        return (cancel, progress) -> new TrialReview(plan.run(cancel, progress)).reviewed(run);
    }

    private ReviewedPlan reviewed(PendingTrial run) {
        List<String> notices = Stream.concat(
                        MigrationTrial.BEFORE.stream(), MigrationReview.notices(trial.planned()).stream())
                .toList();
        return new ReviewedPlan(
                trial.plan(),
                trial.planned().at(),
                trial.planned().database(),
                (chosen, approval, listener, cancel) -> run(run, approval, listener, cancel),
                result -> {},
                notices,
                Optional.empty(),
                Optional.of(this));
    }

    private RepairResult run(
            PendingTrial run, Approval approval, RunListener listener, dev.plumbline.job.CancelToken cancel) {
        TriedMigrations done = run.run(trial, approval, listener, cancel);
        tried = done;
        return new RepairResult(done.outcome(), Recording.NOTHING);
    }

    @Override
    public List<PreviewRow> rows(Plan chosen, boolean ran) {
        TriedMigrations done = tried;
        Optional<StructureSnapshot> within = ran && done != null ? done.within() : Optional.empty();
        return within.map(structure -> MigrationRows.tried(trial.planned(), structure))
                .orElseGet(() -> MigrationRows.predicted(trial.planned()));
    }

    @Override
    public Optional<String> basis() {
        return Optional.of(Texts.get("migrations.basis"));
    }

    @Override
    public Optional<AfterBadge> tried() {
        TriedMigrations done = tried;
        if (done == null) {
            return Optional.empty();
        }
        return Optional.of(
                done.within().isPresent()
                        ? new AfterBadge(
                                Texts.get("migrations.trial.after"), MigrationTrial.EVIDENCE, AfterBadge.Kind.PROVED)
                        : new AfterBadge(
                                Texts.get("migrations.trial.after"),
                                Texts.get("migrations.trial.failed"),
                                AfterBadge.Kind.NOT_PROVED));
    }

    @Override
    public List<String> told() {
        TriedMigrations done = tried;
        if (done == null) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        List<StepOutcome> seen = done.outcome().steps().stream()
                .filter(step -> done.effects().containsKey(step.stepId()))
                .toList();
        seen.stream().limit(SHOWN).forEach(step -> told.add(statement(done, step)));
        if (seen.size() > SHOWN) {
            told.add(Texts.get("migrations.trial.more", seen.size() - SHOWN));
        }
        if (done.within().isPresent()) {
            told.add(
                    done.unpredicted().isEmpty()
                            ? Texts.get("migrations.trial.predicted")
                            : Texts.get("migrations.trial.unpredicted", String.join("; ", done.unpredicted())));
        }
        done.moved().forEach(moved -> told.add(Texts.get("migrations.trial.moved", moved)));
        done.notAsBefore()
                .filter(problem -> !done.outcome().problem().equals(Optional.of(problem)))
                .map(Problem::message)
                .ifPresent(told::add);
        return told;
    }

    private static String statement(TriedMigrations done, StepOutcome step) {
        TracedEffect effect = done.effects().get(step.stepId());
        List<String> parts = new ArrayList<>();
        if (effect != null) {
            add(
                    parts,
                    "migrations.trial.locks",
                    effect.strongestEach().stream()
                            .filter(lock -> !lock.relation().isIndex())
                            .map(HeldLock::shown)
                            .toList());
            add(parts, "migrations.traced.rewritten", shown(effect.rewritten()));
            add(parts, "migrations.traced.scanned", shown(effect.scanned()));
        }
        return Texts.get(
                "migrations.trial.took",
                step.stepId(),
                step.took().toMillis(),
                parts.isEmpty() ? "" : ": " + String.join("; ", parts));
    }

    private static List<String> shown(java.util.Collection<Relation> relations) {
        return relations.stream().map(Relation::shown).toList();
    }

    private static void add(List<String> parts, String key, List<String> names) {
        if (!names.isEmpty()) {
            parts.add(Texts.get(key, names.stream().limit(SHOWN).collect(Collectors.joining(", "))));
        }
    }

    /** Nothing is to be left: all is rolled back. */
    @Override
    public OptionalLong left() {
        return OptionalLong.empty();
    }

    @Override
    public List<StepNote> noted(String stepId) {
        return MigrationReview.noted(trial.planned(), stepId);
    }

    @Override
    public boolean isInLines() {
        return true;
    }

    @Override
    public boolean isWhole() {
        return true;
    }
}
