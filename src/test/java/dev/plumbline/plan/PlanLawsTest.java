package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanLawsTest {
    @TestFactory
    Stream<DynamicTest> aPlanThatRefusesNothingLeavesNoFindingAndASecondPlanIsEmpty() {
        return PlannedScenario.all()
                .filter(scenario -> scenario.plan().refusals().isEmpty())
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Snapshot after = PlannedScenario.after(scenario.plan());
                    assertThat(OwnershipChecks.run(after, scenario.wanted()))
                            .allSatisfy(check -> assertThat(check.findings()).isEmpty());
                    assertThat(PlannedScenario.plan(scenario.wanted(), after, RepairOptions.ONLY_MISSING)
                                    .isEmpty())
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFindingBecomesAStepOrARefusal() {
        return PlannedScenario.all()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    boolean found = OwnershipChecks.run(scenario.snapshot(), scenario.wanted()).stream()
                            .anyMatch(check -> !check.findings().isEmpty());
                    Plan plan = scenario.plan();
                    boolean impossible = !scenario.snapshot().gaps().isEmpty()
                            || scenario.wanted().namesCollide();
                    assertThat(!plan.isEmpty() || !plan.refusals().isEmpty()).isEqualTo(found || impossible);
                }));
    }

    @TestFactory
    Stream<DynamicTest> stepsComeAfterWhatTheyRequireAndIdsAreTheirOwn() {
        return PlannedScenario.all()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    List<String> seen = new ArrayList<>();
                    for (Step step : scenario.plan().steps()) {
                        assertThat(seen).containsAll(step.requires()).doesNotContain(step.id());
                        assertThat(step.reason()).isNotBlank();
                        seen.add(step.id());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> thePreviewLightsForEveryStepTheRowsItSpeaksOf() {
        return PlannedScenario.all()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Preview preview = Preview.compute(scenario.plan(), Optional.empty());
                    for (Step step : scenario.plan().steps()) {
                        assertThat(preview.rowsOf(step.id())).as(step.id()).isNotEmpty();
                    }
                    assertThat(preview.rows())
                            .allSatisfy(row -> assertThat(row.sign() == PreviewRow.Sign.SAME
                                            || !row.steps().isEmpty())
                                    .as(row.toString())
                                    .isTrue());
                }));
    }

    @Test
    void plansAreMadeForManyScenarios() {
        assertThat(PlannedScenario.all().filter(scenario -> !scenario.plan().isEmpty()))
                .hasSizeGreaterThan(10);
    }
}
