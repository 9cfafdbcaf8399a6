package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Product;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.testing.SampleRuns;
import dev.plumbline.testing.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class PlanProverTest {
    private ServerPools pools;

    @BeforeEach
    void open() {
        pools = new ServerPools();
    }

    @AfterEach
    void close() {
        pools.close();
    }

    private Proof prove(DriftedDatabase database, Plan plan) {
        return new PlanProver(pools, database.target()).prove(plan, new CancelToken());
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aProofShowsTheStateThatTheRunWouldLeaveAndLeavesNothing(int major) {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.major(major));
        Plan plan = database.plan(pools);
        String before = database.state();

        Proof proof = prove(database, plan);

        assertThat(proof.problem()).isEmpty();
        assertThat(proof.after()).hasValueSatisfying(after -> {
            assertThat(after.database().owner()).isEqualTo(database.wanted.ownerRole());
            assertThat(database.planner().plan(after).isEmpty()).isTrue();
        });
        assertThat(database.state()).isEqualTo(before);
        assertThat(proof.notes()).isEmpty();
    }

    @Test
    void aProofNamesTheStepThatFailsAndLeavesNothing() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.add(3, database.planner().step("broken", Sql.of("ALTER ROLE no_such_role NOLOGIN")));
        String before = database.state();
        Proof proof = prove(database, Plan.of(plan.target(), plan.concern(), plan.from(), steps, List.of()));
        assertThat(proof.after()).isEmpty();
        assertThat(proof.failedStep()).contains("broken");
        assertThat(proof.problem().map(Problem::code)).contains("42704");
        assertThat(database.state()).isEqualTo(before);
    }

    @Test
    void aProofOfAStalePlanIsRefused() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        database.server.execute(database.name, "CREATE ROLE \"" + database.owner() + "\"");
        Proof proof = prove(database, plan);
        assertThat(proof.problem().map(Problem::kind)).contains(Problem.Kind.STALE_PLAN);
        assertThat(proof.failedStep()).isEmpty();
    }

    @Test
    void aProofWaitsForLocksOnlyBriefly() throws Exception {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools, new LockTimeout(0));
        try (Connection blocker = database.server.connect(database.name);
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_default_acl IN SHARE MODE");
            Proof proof = prove(database, plan);
            assertThat(proof.problem().map(Problem::code)).contains("55P03");
            assertThat(proof.failedStep()).contains(SmallPlanner.FORWARD);
        }
    }

    @Test
    void aCancelledProofIsRolledBack() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = database.plan(pools);
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> new PlanProver(pools, database.target()).prove(plan, cancel))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void eventTriggersThatThePlanWouldFireAreNamedWithTheirOwner() {
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        database.server.execute(
                database.name,
                "CREATE FUNCTION spy() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION spy()",
                "CREATE EVENT TRIGGER tables_only ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION spy()",
                "CREATE EVENT TRIGGER asleep ON ddl_command_end EXECUTE FUNCTION spy()",
                "ALTER EVENT TRIGGER asleep DISABLE");
        Proof proof = prove(database, database.plan(pools));
        assertThat(proof.notes()).singleElement().asString().contains("watcher", "public.spy", "of postgres");
    }

    @Test
    void onCockroachdbThereIsNoProofBecauseItWouldApplyThePlan() {
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
        DriftedDatabase database = new DriftedDatabase(TestPostgres.newest());
        Plan plan = new SmallPlanner(SampleStates.WANTED).plan(SampleStates.drifted(cockroach));
        String before = database.state();
        Proof proof = prove(database, plan);
        assertThat(proof.problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem.message()).contains("CockroachDB commits before each schema change"));
        assertThat(database.state()).isEqualTo(before);
    }
}
