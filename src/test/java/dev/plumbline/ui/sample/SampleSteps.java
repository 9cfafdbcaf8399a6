package dev.plumbline.ui.sample;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Warning;
import java.util.List;
import java.util.Set;

/** Steps and plans of a few words, for what does not depend on what a statement does. */
public final class SampleSteps {
    public static final ResourceRef BILLING =
            new ResourceRef("kind-prod", "dbops.dbprovision.io", "databases", "team-billing", "billing");

    private SampleSteps() {}

    public static Step step(String id, StepGroup group, Set<Hazard> hazards, String... requires) {
        return new Step(
                id,
                group,
                "OWN-001",
                "because of " + id,
                Sql.of("GRANT %I TO %I", Name.of(id), Name.of("app")),
                Sql.of("REVOKE %I FROM %I", Name.of(id), Name.of("app")),
                "",
                hazards,
                "—",
                LockTimeout.DEFAULT,
                StatementTimeout.DEFAULT,
                true,
                List.of(requires),
                before -> before);
    }

    public static Step repair(String id, String... requires) {
        return step(id, StepGroup.REPAIR, Set.of(), requires);
    }

    /** In a transaction of this name. */
    public static Step within(String bracket, Step step) {
        return with(new Warning("PG303", false, "reads all rows"), bracket, step);
    }

    /** A step that changes nothing. */
    public static Step reading(String id) {
        return with(new Warning(Warning.ONLY_READS, false, "Read again when it runs."), "", repair(id));
    }

    private static Step with(Warning warning, String bracket, Step step) {
        return new Step(
                step.id(),
                step.group(),
                step.checkCode(),
                step.reason(),
                step.sql(),
                step.undo(),
                step.undoNote(),
                step.hazards(),
                step.lock(),
                step.lockTimeout(),
                step.statementTimeout(),
                step.transactional(),
                step.requires(),
                step.change(),
                List.of(warning),
                bracket);
    }

    public static Plan plan(Step... steps) {
        Snapshot from = SampleSnapshots.drifted(SampleSnapshots.billing());
        PlanTarget target = new PlanTarget(BILLING, "https://10.2.0.1:6443 b7e1", from.server());
        return Plan.of(target, SampleSnapshots.billing(), from, List.of(steps), List.of());
    }
}
