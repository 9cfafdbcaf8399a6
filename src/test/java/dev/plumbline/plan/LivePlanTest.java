package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The laws of a plan on real servers of every major version: what is modelled happens, once, and the way back leads back. */
class LivePlanTest {
    /** Between these and their neighbours no rule of roles or grants changed: a part of the situations is enough. */
    private static final Set<Integer> NOTHING_NEW = Set.of(14, 17);

    @TestFactory
    Stream<DynamicTest> whatIsModelledHappensAndTheWayBackLeadsBack() {
        return TestPostgres.majors()
                .boxed()
                .flatMap(major -> Situation.all()
                        .filter(situation -> major >= situation.from())
                        .limit(NOTHING_NEW.contains(major) ? 8 : Long.MAX_VALUE)
                        .map(situation -> DynamicTest.dynamicTest(
                                major + ": " + situation.name(), () -> prove(major, situation))));
    }

    private static void prove(int major, Situation situation) {
        try (LiveDatabase database = LiveDatabase.of(major, situation)) {
            Plan plan = database.plan();
            database.run(plan.steps().stream().map(Step::sql).toList());
            Snapshot after = database.read();
            assertThat(withoutNewOids(after, plan.from())).isEqualTo(withoutNewOids(plan.modelled(), plan.from()));
            if (plan.refusals().isEmpty()) {
                assertThat(database.check())
                        .allSatisfy(check -> assertThat(check.findings()).isEmpty());
            }
            assertThat(database.plan().steps()).isEmpty();
            undo(database, plan);
        }
    }

    private static void undo(LiveDatabase database, Plan plan) {
        List<Sql> back = new ArrayList<>();
        for (int index = plan.steps().size() - 1; index >= 0; index--) {
            Step step = plan.steps().get(index);
            if (step.undo() == null) {
                assertThat(step.undoNote()).as(step.id()).isNotBlank();
                return;
            }
            back.add(step.undo());
        }
        database.run(back);
        Snapshot last = database.read();
        assertThat(CatalogText.lines(last, plan.concern())).isEqualTo(CatalogText.lines(plan.from(), plan.concern()));
        boolean exact =
                plan.steps().stream().allMatch(step -> step.undoNote().isEmpty() && step.group() != StepGroup.BACKFILL);
        if (exact) {
            assertThat(last).isEqualTo(plan.from());
        }
    }

    /** A new role has an oid that no model can know. */
    static Snapshot withoutNewOids(Snapshot snapshot, Snapshot before) {
        Set<Name> known = before.roles().stream().map(Role::name).collect(Collectors.toSet());
        return snapshot.withRoles(snapshot.roles().stream()
                .map(role -> known.contains(role.name()) ? role : Role.planned(role.name(), role.login()))
                .toList());
    }
}
