package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.testing.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LiveScenarioTest {
    @TestFactory
    Stream<DynamicTest> everyScenarioGivesTheSameResultsOnARealServer() {
        return Scenario.all().stream()
                .filter(scenario -> !scenario.setup().isEmpty())
                .flatMap(scenario -> majors(scenario)
                        .mapToObj(major -> DynamicTest.dynamicTest(
                                scenario.name() + " on " + major, () -> check(scenario, major))));
    }

    private static void check(Scenario scenario, int major) {
        try (LiveDatabase database =
                new LiveDatabase(TestPostgres.major(major), scenario.wanted().database())) {
            database.execute(scenario.setup());
            Snapshot snapshot = database.read(scenario.wanted());
            assertThat(ResultText.lines(OwnershipChecks.run(snapshot, scenario.wanted())))
                    .containsExactlyElementsOf(scenario.expected("results", major));
        }
    }

    @Test
    void whatTheLoginMayNotReadIsUnknownNeverMissing() {
        Scenario healthy = Scenario.read(Scenario.FOLDER.resolve("OWN-101/healthy.scenario"));
        try (LiveDatabase database =
                new LiveDatabase(TestPostgres.newest(), healthy.wanted().database())) {
            database.execute(healthy.setup());
            database.execute(List.of(
                    "CREATE ROLE blind LOGIN PASSWORD 'blind'",
                    "REVOKE SELECT ON pg_catalog.pg_default_acl, pg_catalog.pg_proc FROM PUBLIC"));
            Snapshot snapshot = database.read(healthy.wanted(), Name.of("blind"), new Secret("blind"));
            assertThat(snapshot.gaps()).extracting(Gap::sqlState).containsOnly("42501");
            List<CheckResult> results = OwnershipChecks.run(snapshot, healthy.wanted());
            assertThat(results)
                    .filteredOn(result -> result.state() == State.UNKNOWN)
                    .extracting(CheckResult::code)
                    .containsExactly("DEF-201", "DEF-202", "DEF-203", "DEF-204");
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.findings()).isEmpty());
        }
    }

    private static IntStream majors(Scenario scenario) {
        String live = scenario.head().getOrDefault("live", "newest");
        if (live.equals("no")) {
            return IntStream.empty();
        }
        if (live.equals("newest")) {
            return IntStream.of(TestPostgres.majors().max().orElseThrow());
        }
        if (live.equals("all")) {
            return TestPostgres.majors();
        }
        String[] range = live.split("-");
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]));
    }
}
