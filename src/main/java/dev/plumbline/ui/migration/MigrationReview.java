package dev.plumbline.ui.migration;

import dev.plumbline.job.Work;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.PlaceMigrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.repair.StructureDetail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Migrations as a plan to review: the files and every thing that they change, now and as the scratch server predicts them, and after the run as they are. */
public final class MigrationReview implements StructureDetail {
    private final PlannedMigrations planned;
    private volatile PlaceMigrations.@Nullable Standing read;

    private MigrationReview(PlannedMigrations planned) {
        this.planned = planned;
    }

    /** Reads, traces and plans, always anew. */
    public static Work<ReviewedPlan> of(Work<PlannedMigrations> plan, PendingRun run) {
        return (cancel, progress) -> new MigrationReview(plan.run(cancel, progress)).reviewed(run);
    }

    private ReviewedPlan reviewed(PendingRun run) {
        return new ReviewedPlan(
                planned.plan(),
                planned.at(),
                planned.database(),
                (chosen, approval, listener, cancel) ->
                        run.run(planned, approval, standing -> read = standing, listener, cancel),
                result -> {},
                notices(),
                Optional.empty(),
                Optional.of(this));
    }

    private List<String> notices() {
        return notices(planned);
    }

    static List<String> notices(PlannedMigrations planned) {
        List<String> told = new ArrayList<>();
        if (planned.choice().resume()) {
            planned.state()
                    .in(FileState.State.PARTIAL)
                    .forEach(file -> told.add(Texts.get("migrations.resumes", Visible.text(file.name()))));
        }
        if (!planned.trace().files().isEmpty()) {
            told.add(Texts.get("migrations.tracedOn", planned.trace().major()));
        }
        planned.notes().forEach(note -> told.add(Visible.text(note)));
        return told;
    }

    @Override
    public List<PreviewRow> rows(Plan chosen, boolean ran) {
        PlaceMigrations.Standing found = ran ? read : null;
        return found == null
                ? MigrationRows.predicted(planned)
                : MigrationRows.found(
                        planned, found.structure(), found.status().state().files());
    }

    @Override
    public Optional<String> basis() {
        return planned.trace().files().isEmpty() ? Optional.empty() : Optional.of(Texts.get("migrations.basis"));
    }

    private static String id(TracedStatement traced) {
        return traced.statement().file().name() + "#" + traced.statement().number();
    }

    @Override
    public OptionalLong left() {
        PlaceMigrations.Standing found = read;
        if (found == null) {
            return OptionalLong.empty();
        }
        Set<String> planned = new HashSet<>();
        this.planned.trace().files().forEach(file -> planned.add(MigrationRows.named(this.planned, file)));
        long unrun = found.status().state().files().stream()
                .filter(file -> planned.contains(file.name())
                        && (MigrationRows.isUndo(this.planned)
                                ? file.revision().isPresent()
                                : file.state() != FileState.State.APPLIED))
                .count();
        return OptionalLong.of(unrun + PlaceMigrations.left(this.planned, found.structure()));
    }

    @Override
    public List<StepNote> noted(String stepId) {
        return noted(planned, stepId);
    }

    static List<StepNote> noted(PlannedMigrations planned, String stepId) {
        return planned.trace().files().stream()
                .flatMap(file -> file.statements().stream())
                .filter(statement -> id(statement).equals(stepId))
                .flatMap(statement -> notes(statement).stream())
                .toList();
    }

    private static List<StepNote> notes(TracedStatement statement) {
        List<StepNote> notes = new ArrayList<>();
        statement.effect().ifPresent(effect -> {
            effect.strongestEach().stream()
                    .filter(lock -> !lock.relation().isIndex())
                    .limit(6)
                    .forEach(lock -> notes.add(new StepNote(
                            Texts.get("migrations.traced.locks", lock.shown(), LockChip.keepsOut(lock.mode())),
                            false)));
            effect.rewritten()
                    .forEach(relation ->
                            notes.add(new StepNote(Texts.get("migrations.traced.rewritten", relation.shown()), true)));
            effect.scanned()
                    .forEach(relation ->
                            notes.add(new StepNote(Texts.get("migrations.traced.scanned", relation.shown()), true)));
        });
        if (statement.effect().isEmpty() && !statement.said().isEmpty()) {
            notes.add(new StepNote(
                    Texts.get("migrations.traced.said", Visible.text(statement.said())),
                    statement.state() == TracedStatement.State.FAILED));
        }
        return notes;
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
