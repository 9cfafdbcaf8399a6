package dev.plumbline.ui.migration;

import dev.plumbline.drift.text.StructureText;
import dev.plumbline.job.Work;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.MigrationTrace;
import dev.plumbline.operation.migration.PlaceMigrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.repair.StructureDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Migrations as a plan to review: the files and every thing that they change, now and as the scratch server predicts them, and after the run as they are. */
public final class MigrationReview implements StructureDetail {
    private static final Set<StructureKind> AROUND = Set.of(
            StructureKind.TABLE, StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW, StructureKind.FOREIGN_TABLE);
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
        List<PreviewRow> rows = new ArrayList<>(files(found));
        Map<StructureName, Set<String>> steps = new HashMap<>();
        for (MigrationTrace.File file : planned.trace().files()) {
            for (TracedStatement statement : file.statements()) {
                statement
                        .changes()
                        .ifPresent(changes -> changes.differences()
                                .forEach(difference -> steps.computeIfAbsent(difference.name(), none -> new TreeSet<>())
                                        .add(id(statement))));
            }
        }
        Map<StructureName, String> now = lines(planned.live());
        Map<StructureName, String> after = lines(found == null ? planned.trace().after() : found.structure());
        Map<StructureName, String> before =
                found == null ? lines(planned.trace().before()) : now;
        Set<StructureName> names = new HashSet<>(steps.keySet());
        after.forEach((name, line) -> {
            if (!line.equals(before.get(name))) {
                names.add(name);
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(names::add);
        new TreeSet<>(withTables(names, now, after)).forEach(name -> {
            boolean touched = names.contains(name);
            String old = now.getOrDefault(name, "");
            String then = touched ? after.getOrDefault(name, "") : old;
            if (!old.isEmpty() || !then.isEmpty()) {
                rows.add(row(name.toString(), old, then, steps.getOrDefault(name, Set.of())));
            }
        });
        return rows;
    }

    /** A part is read more easily under what it is a part of. */
    private static Set<StructureName> withTables(
            Set<StructureName> names, Map<StructureName, String> now, Map<StructureName, String> after) {
        Set<StructureName> all = new HashSet<>(names);
        for (StructureName name : names) {
            if (name.parent() != null) {
                for (StructureKind kind : AROUND) {
                    StructureName table = new StructureName(
                            kind, name.schema(), null, name.parent().text());
                    if (now.containsKey(table) || after.containsKey(table)) {
                        all.add(table);
                    }
                }
            }
        }
        return all;
    }

    /** Which files the database has had, now and afterwards. */
    private List<PreviewRow> files(PlaceMigrations.@Nullable Standing found) {
        return planned.trace().files().stream()
                .map(file -> {
                    String name = named(file);
                    String now = shown(name, state(planned.state().files(), name));
                    String then = shown(
                            name,
                            found == null
                                    ? afterwards().words()
                                    : state(found.status().state().files(), name));
                    Set<String> steps = new TreeSet<>();
                    file.statements().forEach(statement -> steps.add(id(statement)));
                    return row("file " + name, now, then, steps);
                })
                .toList();
    }

    /** A way back is told of by the file that it undoes. */
    private String named(MigrationTrace.File file) {
        return isUndo() ? file.text().file().version() : file.text().file().name();
    }

    private boolean isUndo() {
        return planned.choice().undo().isPresent();
    }

    private FileState.State afterwards() {
        return isUndo() ? FileState.State.PENDING : FileState.State.APPLIED;
    }

    private static String shown(String name, String state) {
        return Texts.get("migrations.file.line", Visible.text(name), state);
    }

    private static String state(List<FileState> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(file -> file.state().words())
                .findFirst()
                .orElse(FileState.State.MISSING.words());
    }

    private static PreviewRow row(String key, String now, String after, Set<String> steps) {
        PreviewRow.Sign sign = now.equals(after)
                ? PreviewRow.Sign.SAME
                : now.isEmpty()
                        ? PreviewRow.Sign.ADDED
                        : after.isEmpty() ? PreviewRow.Sign.REMOVED : PreviewRow.Sign.CHANGED;
        return new PreviewRow(key, now, after, "", sign, steps);
    }

    private static Map<StructureName, String> lines(StructureSnapshot state) {
        Map<StructureName, String> lines = new TreeMap<>();
        List<Structure> things = state.things();
        StructureText.of(things).forEach(line -> lines.put(line.name(), line.text()));
        return lines;
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
        this.planned.trace().files().forEach(file -> planned.add(named(file)));
        long unrun = found.status().state().files().stream()
                .filter(file -> planned.contains(file.name())
                        && (isUndo() ? file.revision().isPresent() : file.state() != FileState.State.APPLIED))
                .count();
        return OptionalLong.of(unrun + PlaceMigrations.left(this.planned, found.structure()));
    }

    @Override
    public List<StepNote> noted(String stepId) {
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
