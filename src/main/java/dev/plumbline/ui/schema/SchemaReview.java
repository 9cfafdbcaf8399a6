package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.job.Work;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The repair of a table, as a plan to review: its lines now and after, what was counted before its steps, and what is left when it was read again. */
public final class SchemaReview implements StructureDetail {
    private final FixSchema.Fix fix;
    private final AcceptedRenames renames;
    private volatile @Nullable StructureSnapshot read;

    private SchemaReview(FixSchema.Fix fix, AcceptedRenames renames) {
        this.fix = fix;
        this.renames = renames;
    }

    /**
     * Reads and plans, always anew.
     *
     * @param renames those that {@code plan} takes for renames
     */
    public static Work<ReviewedPlan> of(Work<FixSchema.Fix> plan, FixRun run, AcceptedRenames renames) {
        return (cancel, progress) -> {
            SchemaReview review = new SchemaReview(plan.run(cancel, progress), renames);
            return review.reviewed(run);
        };
    }

    private ReviewedPlan reviewed(FixRun run) {
        return new ReviewedPlan(
                fix.plan(),
                fix.reports().at(),
                fix.reports().connection(),
                (chosen, approval, listener, cancel) -> new RepairResult(
                        run.run(fix.choosing(chosen), approval, state -> read = state, listener, cancel),
                        Recording.NOTHING),
                result -> {},
                notInPlan(),
                Optional.empty(),
                Optional.of(this));
    }

    private List<String> notInPlan() {
        List<String> told = new ArrayList<>();
        ofOperator()
                .forEach(finding -> told.add(Texts.get(
                        "structure.operatorPart",
                        finding.name().kind().word(),
                        Visible.text(finding.name().name()))));
        fix.drift().problems().forEach(problem -> told.add(Visible.text(problem)));
        fix.way().advice().forEach(advice -> told.add(Visible.text(advice)));
        fix.reports().notes().forEach(note -> told.add(Visible.text(note)));
        return told;
    }

    private List<SchemaFinding> ofOperator() {
        return fix.drift().findings().stream()
                .filter(finding -> finding.cause() == SchemaCause.OPERATOR_PART_MISSING)
                .toList();
    }

    @Override
    public List<PreviewRow> rows(Plan chosen, boolean ran) {
        SchemaDrift drift = fix.drift();
        Map<StructureName, String> now = TableLines.byName(drift.names(), drift.live());
        Map<StructureName, Set<String>> steps = new HashMap<>();
        fix.way()
                .steps()
                .forEach(step -> steps.computeIfAbsent(step.about(), none -> new TreeSet<>())
                        .add(step.id()));
        StructureSnapshot found = read;
        Map<StructureName, String> after = ran && found != null
                ? TableLines.byName(drift.names(), found)
                : modelled(now, TableLines.byName(drift.names(), drift.target()), steps, chosen);
        return TableLines.rows(now, after, steps);
    }

    /** A thing becomes what is wanted when all steps that speak of it are chosen; otherwise it is shown as it is. */
    private static Map<StructureName, String> modelled(
            Map<StructureName, String> now,
            Map<StructureName, String> wanted,
            Map<StructureName, Set<String>> steps,
            Plan chosen) {
        Set<String> ids = chosen.steps().stream().map(Step::id).collect(Collectors.toSet());
        Map<StructureName, String> after = new HashMap<>(now);
        steps.forEach((name, of) -> {
            if (ids.containsAll(of)) {
                String line = wanted.get(name);
                if (line == null) {
                    after.remove(name);
                } else {
                    after.put(name, line);
                }
            }
        });
        wanted.forEach((name, line) -> {
            boolean comesWithItsTable = !steps.containsKey(name) && !now.containsKey(name);
            if (comesWithItsTable && !chosen.isEmpty()) {
                after.putIfAbsent(name, line);
            }
        });
        return after;
    }

    @Override
    public OptionalLong left() {
        StructureSnapshot found = read;
        if (found == null) {
            return OptionalLong.empty();
        }
        StructurePlan second = fix.left(found);
        Set<StructureName> differing =
                second.steps().stream().map(StructureStep::about).collect(Collectors.toCollection(HashSet::new));
        long ofOperator = ofOperator().stream()
                .filter(finding -> found.things().stream().noneMatch(thing -> isPartOf(thing.name(), finding.name())))
                .count();
        return OptionalLong.of(differing.size() + second.notPlanned().size() + ofOperator);
    }

    /** Of what the operator alone makes only how its name begins is known. */
    private static boolean isPartOf(StructureName thing, StructureName begins) {
        return thing.kind() == begins.kind()
                && java.util.Objects.equals(thing.schema(), begins.schema())
                && java.util.Objects.equals(thing.parent(), begins.parent())
                && thing.name().startsWith(begins.name());
    }

    @Override
    public List<StepNote> noted(String stepId) {
        return fix.counted().stream()
                .filter(counted -> counted.step().id().equals(stepId))
                .map(SchemaReview::note)
                .toList();
    }

    private static StepNote note(FixSchema.Counted counted) {
        if (!counted.unknown().isEmpty()) {
            return new StepNote(
                    Texts.get("structure.notCounted", Visible.text(counted.what()), Visible.text(counted.unknown())),
                    true);
        }
        return counted.rows() == 0
                ? new StepNote(Texts.get("structure.counted.none", Visible.text(counted.words())), false)
                : new StepNote(Texts.get("structure.counted", Visible.text(counted.words())), true);
    }

    @Override
    public List<RenameOffer> offered() {
        return fix.drift().offers();
    }

    @Override
    public List<RenameOffer> renamed() {
        return fix.drift().renamed();
    }

    @Override
    public void rename(RenameOffer offer, boolean yes) {
        if (yes) {
            renames.accept(offer);
        } else {
            renames.takeBack(offer);
        }
    }

    @Override
    public boolean isWhole() {
        return false;
    }
}
