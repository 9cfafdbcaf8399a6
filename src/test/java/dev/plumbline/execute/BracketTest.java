package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Product;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Plan;
import dev.plumbline.testing.SampleRuns;
import org.junit.jupiter.api.Test;

class BracketTest {
    @Test
    void postgresqlTakesEverythingThatCanIntoOneTransaction() {
        Plan plan = new SmallPlanner(SampleStates.WANTED).plan(SampleStates.drifted());
        assertThat(Bracket.of(plan)).singleElement().satisfies(bracket -> {
            assertThat(bracket.transaction()).isTrue();
            assertThat(bracket.steps()).isEqualTo(plan.steps());
        });
    }

    @Test
    void cockroachdbGetsEachStatementByItself() {
        ServerIdentity at = SampleRuns.SERVER;
        ServerIdentity cockroach = new ServerIdentity(
                new ServerVersion(Product.COCKROACHDB, 250100, "v25.1.0"),
                at.systemIdentifier(),
                at.address(),
                at.port(),
                false,
                at.databaseOid(),
                at.database(),
                at.login());
        Plan plan = new SmallPlanner(SampleStates.WANTED).plan(SampleStates.drifted(cockroach));
        assertThat(Bracket.of(plan)).hasSameSizeAs(plan.steps()).allSatisfy(bracket -> {
            assertThat(bracket.transaction()).isFalse();
            assertThat(bracket.steps()).hasSize(1);
        });
    }
}
