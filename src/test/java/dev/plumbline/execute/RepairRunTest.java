package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner's own plans, run by an administrator who is no superuser and so has to borrow memberships. */
@Timeout(120)
class RepairRunTest {
    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        journal.close();
        pools.close();
    }

    /** A database that its administrator owns and that has none of its roles; its names need quoting. */
    private record Managed(TestPostgres server, String name, String admin, OwnershipModel.Auto wanted) {
        static Managed on(TestPostgres server) {
            String name = server.freshDatabase("It's \"odd\"");
            String admin = "adm " + name;
            String quoted = Sql.quoted(Name.of(admin));
            server.execute(
                    name,
                    "CREATE ROLE " + quoted + " LOGIN CREATEROLE CREATEDB PASSWORD 'test-superuser'",
                    "ALTER DATABASE " + Sql.quoted(Name.of(name)) + " OWNER TO " + quoted,
                    "CREATE SCHEMA ledger AUTHORIZATION " + quoted);
            return new Managed(
                    server,
                    name,
                    admin,
                    new OwnershipModel.Auto(
                            Name.of(name),
                            Name.of("db_" + name + "_owner"),
                            Name.of("db_" + name + "_app"),
                            List.of(Name.of("public"), Name.of("ledger"))));
        }

        ConnectionTarget target() {
            return TestTargets.login(server, name, admin, TestPostgres.password());
        }

        Snapshot read(ServerPools pools) {
            CancelToken cancel = new CancelToken();
            return pools.read(
                    target(), cancel, session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), cancel));
        }

        Verification judge(Snapshot now) {
            List<CheckResult> checks = OwnershipChecks.run(now, wanted);
            return Verification.of(
                    checks,
                    RepairPlanner.plan(
                            new PlanTarget(null, "", now.server()), wanted, now, checks, RepairOptions.ONLY_MISSING));
        }

        Plan plan(ServerPools pools) {
            return judge(read(pools)).secondPlan();
        }
    }

    private RunOutcome run(Managed database, Plan plan) {
        return new PlanRunner(
                        pools,
                        database.target(),
                        journal,
                        database::judge,
                        DriftedDatabase.BACKGROUND,
                        RunLimits.DEFAULT)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anAdministratorRepairsEverythingAndKeepsNothingBorrowed(int major) {
        Managed database = Managed.on(TestPostgres.major(major));
        Plan plan = database.plan(pools);
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.steps()).extracting(Step::group).contains(StepGroup.BORROW, StepGroup.GIVE_BACK);
        Proof proof = new PlanProver(pools, database.target()).prove(plan, new CancelToken());
        assertThat(proof.problem()).isEmpty();

        RunOutcome outcome = run(database, plan);

        assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.VERIFIED);
        assertThat(outcome.remaining()).isEmpty();
        assertThat(database.plan(pools).isEmpty()).isTrue();
        assertThat(outcome.verifiedState()).hasValueSatisfying(after -> {
            assertThat(after.database().owner()).isEqualTo(database.wanted().ownerRole());
            assertThat(after.memberships())
                    .filteredOn(edge -> edge.member().text().equals(database.admin()))
                    .noneMatch(edge -> edge.inherit() && edge.set());
        });
    }

    @Test
    void aLoanOfATransactionIsGoneWithItWhenAStepFails() {
        Managed database = Managed.on(TestPostgres.newest());
        Plan plan = database.plan(pools);
        Snapshot before = database.read(pools);
        List<Step> steps = new ArrayList<>(plan.steps());
        int giving = (int) steps.stream()
                .takeWhile(step -> step.group() != StepGroup.GIVE_BACK)
                .count();
        steps.add(
                giving, new SmallPlanner(database.wanted()).step("broken", Sql.of("ALTER ROLE no_such_role NOLOGIN")));
        RunOutcome outcome = run(database, Plan.of(plan.target(), plan.concern(), plan.from(), steps, plan.refusals()));
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(database.read(pools)).isEqualTo(before);
    }
}
