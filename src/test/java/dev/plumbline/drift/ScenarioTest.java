package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> everyScenarioGivesItsResultsFromTheRecordedSnapshot() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.recorded().isPresent())
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Snapshot snapshot = scenario.recorded().orElseThrow();
                    assertThat(ResultText.lines(OwnershipChecks.run(snapshot, scenario.wanted())))
                            .containsExactlyElementsOf(scenario.expected(
                                    "results", snapshot.server().version().major()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfRowsDoesNotMatter() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.recorded().isPresent())
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Snapshot snapshot = scenario.recorded().orElseThrow();
                    List<String> forwards = ResultText.lines(OwnershipChecks.run(snapshot, scenario.wanted()));
                    List<String> backwards = ResultText.lines(OwnershipChecks.run(turned(snapshot), scenario.wanted()));
                    assertThat(sorted(backwards)).isEqualTo(sorted(forwards));
                }));
    }

    @Test
    void thereAreScenariosAtAll() {
        assertThat(Scenario.all()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static Snapshot turned(Snapshot snapshot) {
        return new Snapshot(
                snapshot.server(),
                snapshot.database(),
                backwards(snapshot.roles()),
                backwards(snapshot.memberships()),
                backwards(snapshot.schemas()),
                backwards(snapshot.defaultPrivileges()),
                backwards(snapshot.objects()),
                snapshot.gaps());
    }

    private static <T> List<T> backwards(List<T> list) {
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }

    /** The lines of each result, its notes left out: a note lists what it found in the order found. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("  note"))
                .sorted()
                .toList();
    }
}
