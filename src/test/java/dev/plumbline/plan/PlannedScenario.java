package dev.plumbline.plan;

import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.drift.Scenario;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A recorded scenario with the plan that repairs it. */
record PlannedScenario(String name, OwnershipModel.Auto wanted, Snapshot snapshot, Plan plan) {
    static Stream<PlannedScenario> all() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.recorded().isPresent())
                .map(scenario -> of(
                        scenario.name(), scenario.wanted(), scenario.recorded().orElseThrow()));
    }

    static PlannedScenario of(String name, OwnershipModel.Auto wanted, Snapshot snapshot) {
        return new PlannedScenario(name, wanted, snapshot, plan(wanted, snapshot, RepairOptions.ONLY_MISSING));
    }

    static Plan plan(OwnershipModel.Auto wanted, Snapshot snapshot, RepairOptions options) {
        PlanTarget target = new PlanTarget(null, "", snapshot.server());
        return RepairPlanner.plan(target, wanted, snapshot, OwnershipChecks.run(snapshot, wanted), options);
    }

    static Snapshot after(Plan plan) {
        Snapshot state = plan.from();
        for (Step step : plan.steps()) {
            state = step.change().applyTo(state);
        }
        return state;
    }

    static Set<String> ids(List<Step> steps) {
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> ids.add(step.id()));
        return ids;
    }
}
