package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaNames;
import dev.plumbline.job.Work;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.Step;
import dev.plumbline.ui.repair.ReviewedPlan;
import dev.plumbline.ui.repair.StructureDetail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table set aside, as a plan to review: where it is now and where it will be, with all its parts. */
public final class QuarantineReview implements StructureDetail {
    private final QuarantineTable.Quarantine quarantine;
    private final Map<StructureName, String> now;
    private final Map<StructureName, String> aside;
    private volatile @Nullable StructureSnapshot read;

    private QuarantineReview(QuarantineTable.Quarantine quarantine) {
        this.quarantine = quarantine;
        StructureSnapshot live =
                quarantine.plan().concern().structure().orElseThrow().snapshot();
        this.now = lines(quarantine.from(), live);
        String before = shown(quarantine.from());
        String then = shown(quarantine.to());
        this.aside = new TreeMap<>();
        now.forEach((name, line) -> aside.put(moved(name, quarantine.to()), line.replace(before, then)));
    }

    /** The table's own line tells where it is. */
    private static Map<StructureName, String> lines(SchemaNames names, StructureSnapshot state) {
        Map<StructureName, String> lines = TableLines.byName(names, state);
        lines.replaceAll((name, line) -> name.parent() == null ? name.kind().word() + "  " + shown(names) : line);
        return lines;
    }

    private static String shown(SchemaNames names) {
        return names.schema().shown() + "." + names.table().shown();
    }

    public static Work<ReviewedPlan> of(Work<QuarantineTable.Quarantine> plan, QuarantineRun run) {
        return (cancel, progress) -> new QuarantineReview(plan.run(cancel, progress)).reviewed(run);
    }

    private ReviewedPlan reviewed(QuarantineRun run) {
        return new ReviewedPlan(
                quarantine.plan(),
                quarantine.at(),
                quarantine.connection(),
                (chosen, approval, listener, cancel) -> new RepairResult(
                        run.run(quarantine.choosing(chosen), approval, state -> read = state, listener, cancel),
                        Recording.NOTHING),
                result -> {},
                quarantine.notes(),
                Optional.empty(),
                Optional.of(this));
    }

    private static StructureName moved(StructureName name, SchemaNames to) {
        Name parent = name.parent() == null ? null : to.table();
        return new StructureName(
                name.kind(), to.schema(), parent, parent == null ? to.table().text() : name.name());
    }

    @Override
    public List<PreviewRow> rows(Plan chosen, boolean ran) {
        Set<String> ids = chosen.steps().stream().map(Step::id).collect(Collectors.toSet());
        Map<StructureName, Set<String>> steps = new HashMap<>();
        now.keySet().forEach(name -> steps.put(name, ids));
        aside.keySet().forEach(name -> steps.put(name, ids));
        StructureSnapshot found = read;
        if (!ran || found == null) {
            return TableLines.rows(now, aside, steps);
        }
        Map<StructureName, String> after = lines(quarantine.from(), found);
        after.putAll(lines(quarantine.to(), found));
        return TableLines.rows(now, after, steps);
    }

    @Override
    public OptionalLong left() {
        StructureSnapshot found = read;
        return found == null
                ? OptionalLong.empty()
                : OptionalLong.of(quarantine.again().apply(found).steps().size());
    }

    @Override
    public List<StepNote> noted(String stepId) {
        return List.of();
    }

    @Override
    public boolean isWhole() {
        return true;
    }
}
