package dev.plumbline.ui.migration;

import dev.plumbline.drift.text.StructureText;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.MigrationTrace;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of planned migrations and every thing that they change, now and afterwards: as the scratch server became, or as it was read. */
final class MigrationRows {
    private static final Set<StructureKind> AROUND = Set.of(
            StructureKind.TABLE, StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW, StructureKind.FOREIGN_TABLE);
    private final PlannedMigrations planned;
    private final @Nullable StructureSnapshot structure;
    private final @Nullable List<FileState> states;

    private MigrationRows(
            PlannedMigrations planned, @Nullable StructureSnapshot structure, @Nullable List<FileState> states) {
        this.planned = planned;
        this.structure = structure;
        this.states = states;
    }

    static List<PreviewRow> predicted(PlannedMigrations planned) {
        return new MigrationRows(planned, null, null).rows();
    }

    /** {@code states} are those of the files after a run. */
    static List<PreviewRow> found(PlannedMigrations planned, StructureSnapshot structure, List<FileState> states) {
        return new MigrationRows(planned, structure, states).rows();
    }

    /** As it was read behind the last statement, which all files had got to. */
    static List<PreviewRow> tried(PlannedMigrations planned, StructureSnapshot structure) {
        return new MigrationRows(planned, structure, null).rows();
    }

    private List<PreviewRow> rows() {
        StructureSnapshot found = structure;
        List<PreviewRow> rows = new ArrayList<>(files());
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
        Map<StructureName, String> after = lines(found == null ? planned.trace().after() : found);
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
    private List<PreviewRow> files() {
        List<FileState> found = states;
        return planned.trace().files().stream()
                .map(file -> {
                    String name = named(planned, file);
                    String now = shown(name, state(planned.state().files(), name));
                    String then = shown(name, found == null ? afterwards().words() : state(found, name));
                    Set<String> steps = new TreeSet<>();
                    file.statements().forEach(statement -> steps.add(id(statement)));
                    return row("file " + name, now, then, steps);
                })
                .toList();
    }

    /** A way back is told of by the file that it undoes. */
    static String named(PlannedMigrations planned, MigrationTrace.File file) {
        return isUndo(planned)
                ? file.text().file().version()
                : file.text().file().name();
    }

    static boolean isUndo(PlannedMigrations planned) {
        return planned.choice().undo().isPresent();
    }

    private FileState.State afterwards() {
        return isUndo(planned) ? FileState.State.PENDING : FileState.State.APPLIED;
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
}
