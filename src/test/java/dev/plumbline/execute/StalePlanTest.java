package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan rests on changes between preview and run: it is refused inside the session, and nothing is changed. */
class StalePlanTest {
    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;
    private DriftedDatabase database;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        database = new DriftedDatabase(TestPostgres.newest());
        database.server.execute(database.name, "CREATE ROLE " + quoted(database.owner()) + " NOLOGIN");
    }

    @AfterEach
    void close() {
        journal.close();
        pools.close();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private RunOutcome runAfter(String... changes) {
        Plan plan = database.plan(pools);
        database.server.execute(database.name, changes);
        String before = database.state();
        RunOutcome outcome = run(plan);
        assertThat(database.state()).isEqualTo(before);
        return outcome;
    }

    private RunOutcome run(Plan plan) {
        return database.runner(pools, journal)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
    }

    private void assertRefused(RunOutcome outcome, Problem.Kind kind, String... words) {
        assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.REFUSED);
        assertThat(outcome.steps()).allMatch(step -> step.state() == State.NOT_RUN);
        assertThat(outcome.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.message()).contains(words);
        });
        assertThat(journal.show(outcome.journalId()).last(EntryKind.STATE_CONFIRMED))
                .isEmpty();
    }

    @Test
    void aRoleThatWasDroppedIsNoticed() {
        assertRefused(
                runAfter("DROP ROLE " + quoted(database.owner())),
                Problem.Kind.STALE_PLAN,
                "- role Role[oid=",
                database.owner());
    }

    @Test
    void aRoleMadeAnewUnderItsOldNameIsAnotherRole() {
        assertRefused(
                runAfter(
                        "DROP ROLE " + quoted(database.owner()),
                        "CREATE ROLE " + quoted(database.owner()) + " NOLOGIN"),
                Problem.Kind.STALE_PLAN,
                "- role Role[oid=",
                "+ role Role[oid=");
    }

    @Test
    void aRoleThatCameMeanwhileIsNoticed() {
        assertRefused(
                runAfter("CREATE ROLE " + quoted(database.app())), Problem.Kind.STALE_PLAN, "+ role", database.app());
    }

    @Test
    void anotherOwnerOfTheDatabaseIsNoticed() {
        assertRefused(
                runAfter("ALTER DATABASE " + quoted(database.name) + " OWNER TO " + quoted(database.owner())),
                Problem.Kind.STALE_PLAN,
                "- database",
                "+ database");
    }

    @Test
    void aChangedDefaultPrivilegeIsNoticed() {
        assertRefused(
                runAfter("ALTER DEFAULT PRIVILEGES FOR ROLE " + quoted(database.owner())
                        + " IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC"),
                Problem.Kind.STALE_PLAN,
                "+ default");
    }

    @Test
    void aChangedMembershipIsNoticed() {
        assertRefused(
                runAfter("GRANT " + quoted(database.owner()) + " TO pg_monitor"),
                Problem.Kind.STALE_PLAN,
                "+ membership");
    }

    @Test
    void aChangeBySomebodyWhoIsNotCommittedYetIsNoChange() throws Exception {
        Plan plan = database.plan(pools);
        try (var other = database.server.connect(database.name);
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("COMMENT ON DATABASE " + quoted(database.name) + " IS 'x'");
            assertThat(run(plan).ending()).isEqualTo(Ending.VERIFIED);
        }
    }

    @Test
    void anotherDatabaseOfTheSameServerIsTheWrongTarget() {
        Plan plan = database.plan(pools);
        DriftedDatabase other = new DriftedDatabase(TestPostgres.newest());
        String before = other.state();
        RunOutcome outcome = other.runner(pools, journal)
                .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
        assertRefused(outcome, Problem.Kind.WRONG_TARGET, database.name, other.name);
        assertThat(other.state()).isEqualTo(before);
    }

    @Test
    void aDatabaseMadeAnewUnderItsOldNameIsTheWrongTarget() {
        Plan plan = database.plan(pools);
        database.server.dropDatabase(database.name);
        database.server.execute("postgres", "CREATE DATABASE " + quoted(database.name) + " TEMPLATE template0");
        assertRefused(run(plan), Problem.Kind.WRONG_TARGET, "oid");
    }

    @Test
    void theSameDatabaseSeenByAnotherLoginOrInAnotherClusterIsTheWrongTarget() {
        Plan plan = database.plan(pools);
        ServerIdentity here = plan.target().server();
        ServerIdentity elsewhere = new ServerIdentity(
                here.version(),
                "1",
                here.address(),
                here.port(),
                false,
                here.databaseOid(),
                here.database(),
                here.login());
        ServerIdentity somebody = new ServerIdentity(
                here.version(),
                here.systemIdentifier(),
                here.address(),
                here.port(),
                false,
                here.databaseOid(),
                here.database(),
                Name.of("somebody"));
        for (ServerIdentity server : List.of(elsewhere, somebody)) {
            Plan moved =
                    Plan.of(new PlanTarget(null, "", server), plan.concern(), plan.from(), plan.steps(), List.of());
            assertRefused(run(moved), Problem.Kind.WRONG_TARGET, "this session is in");
        }
    }

    @Test
    void aReplicaIsRefused() {
        Plan plan = database.plan(pools);
        ServerIdentity here = plan.target().server();
        ServerIdentity replica = new ServerIdentity(
                here.version(),
                here.systemIdentifier(),
                here.address(),
                here.port(),
                true,
                here.databaseOid(),
                here.database(),
                here.login());
        assertThat(StateCheck.otherTarget(plan, replica))
                .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.READ_ONLY));
    }

    @Test
    void aPartOfThePlanRunsAndTheRestStaysToBeDone() {
        Plan part = database.plan(pools).restrictedTo(Set.of(SmallPlanner.APP_USER));
        RunOutcome outcome = run(part);
        assertThat(outcome.ending()).isEqualTo(Ending.VERIFIED);
        assertThat(database.plan(pools).steps()).hasSize(4);
    }
}
