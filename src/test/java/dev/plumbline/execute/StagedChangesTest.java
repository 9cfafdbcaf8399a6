package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.CatalogText;
import dev.plumbline.plan.ChangePlanner;
import dev.plumbline.plan.DatabaseTarget;
import dev.plumbline.plan.FixScript;
import dev.plumbline.plan.ObjectTarget;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.SchemaTarget;
import dev.plumbline.plan.ScriptHeader;
import dev.plumbline.plan.StagedChange;
import dev.plumbline.plan.StagedGrant;
import dev.plumbline.plan.StagedLeave;
import dev.plumbline.plan.StagedMembership;
import dev.plumbline.plan.StagedOwner;
import dev.plumbline.plan.StagedRevoke;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.UndoScript;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that a person staged take the one door, and obey its laws on every major. */
class StagedChangesTest {
    private static final ScriptHeader HEADER = new ScriptHeader("test", "ada@desk", "2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    /** Objects and roles of one database; roles bear its name, since a server's databases share them. */
    private record World(TestPostgres server, String database) {
        static World on(TestPostgres server) {
            World world = new World(server, server.freshDatabase("staged"));
            server.execute(
                    world.database,
                    "CREATE ROLE " + world.role("owner"),
                    "CREATE ROLE " + world.role("heir"),
                    "CREATE ROLE " + world.role("clerk") + " LOGIN NOINHERIT",
                    "CREATE ROLE " + world.role("app") + " LOGIN",
                    "CREATE SCHEMA ledger AUTHORIZATION " + world.role("owner"),
                    "GRANT CREATE ON SCHEMA ledger TO " + world.role("heir"),
                    "SET ROLE " + world.role("owner"),
                    "CREATE TABLE ledger.\"Odd, table\" (id int)",
                    "CREATE SEQUENCE ledger.numbers",
                    "CREATE FUNCTION ledger.post(amount int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "GRANT SELECT ON ledger.\"Odd, table\" TO " + world.role("clerk") + " WITH GRANT OPTION",
                    "RESET ROLE",
                    "SET ROLE " + world.role("clerk"),
                    "RESET ROLE",
                    "GRANT USAGE ON SCHEMA ledger TO " + world.role("clerk"),
                    "SET ROLE " + world.role("clerk"),
                    "GRANT SELECT ON ledger.\"Odd, table\" TO " + world.role("app"),
                    "RESET ROLE");
            return world;
        }

        String role(String name) {
            return database + "_" + name;
        }

        Name name(String role) {
            return Name.of(role(role));
        }

        ConnectionTarget target() {
            return TestTargets.superuser(server, database);
        }

        Snapshot read(ServerPools pools, PlanConcern concern) {
            CancelToken cancel = new CancelToken();
            return pools.read(
                    target(),
                    cancel,
                    session -> new SnapshotReader()
                            .read(session, new SnapshotScope(concern.schemas(), concern.owners()), cancel));
        }

        OwnedObject object(ServerPools pools, String identity) {
            PlanConcern all =
                    new PlanConcern(List.of(), List.of(Name.of("ledger")), List.of(name("owner"), name("heir")));
            return read(pools, all).objects().stream()
                    .filter(object -> object.identity().text().equals(identity))
                    .findFirst()
                    .orElseThrow();
        }

        List<StagedChange> changes(ServerPools pools) {
            OwnedObject table = object(pools, "\"Odd, table\"");
            return List.of(
                    new StagedGrant(
                            new ObjectTarget(table),
                            Grantee.role(name("app")),
                            set(Privilege.INSERT, Privilege.UPDATE)),
                    new StagedGrant(
                            new SchemaTarget(Name.of("ledger")), Grantee.role(name("app")), set(Privilege.USAGE)),
                    new StagedGrant(
                            new DatabaseTarget(Name.of(database)), Grantee.role(name("app")), set(Privilege.CREATE)),
                    new StagedRevoke(new DatabaseTarget(Name.of(database)), Grantee.PUBLIC, set(Privilege.TEMPORARY)),
                    new StagedRevoke(
                            new ObjectTarget(object(pools, "\"post\"(integer)")),
                            Grantee.PUBLIC,
                            set(Privilege.EXECUTE)),
                    new StagedRevoke(new ObjectTarget(table), Grantee.role(name("app")), set(Privilege.SELECT)),
                    new StagedMembership(name("heir"), name("app"), true, false),
                    new StagedMembership(name("owner"), name("clerk"), true, true),
                    new StagedOwner(object(pools, "\"numbers\""), name("heir")));
        }
    }

    private static SortedSet<Privilege> set(Privilege... privileges) {
        return new TreeSet<>(List.of(privileges));
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void stagedChangesAreProvedRunVerifiedAndUndone(int major) throws Exception {
        World world = World.on(TestPostgres.major(major));
        try (ServerPools pools = new ServerPools();
                Journal journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC())) {
            List<StagedChange> changes = world.changes(pools);
            Plan plan = plan(world, pools, changes);
            assertThat(plan.refusals()).isEmpty();
            assertThat(plan.steps()).hasSize(9);

            Proof proof = new PlanProver(pools, world.target()).prove(plan, new CancelToken());
            assertThat(proof.problem()).isEmpty();
            assertThat(text(proof.after().orElseThrow(), plan)).isEqualTo(text(plan.modelled(), plan));

            RunOutcome outcome = new PlanRunner(
                            pools,
                            world.target(),
                            journal,
                            now -> ChangePlanner.verification(plan, now),
                            DriftedDatabase.BACKGROUND,
                            RunLimits.DEFAULT)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(RunOutcome.Ending.VERIFIED);
            assertThat(text(world.read(pools, plan.concern()), plan)).isEqualTo(text(plan.modelled(), plan));
            assertThat(plan(world, pools, changes.subList(0, 7)).steps())
                    .as("staged again")
                    .isEmpty();

            Psql psql = Psql.in(folder);
            assertThat(psql.run(world.server, world.server.superuser(), world.database, UndoScript.write(plan, HEADER)))
                    .isEqualTo(new Psql.Answer(0, ""));
            assertThat(text(world.read(pools, plan.concern()), plan)).isEqualTo(text(plan.from(), plan));
            Plan again = plan(world, pools, changes);
            assertThat(psql.run(world.server, world.server.superuser(), world.database, FixScript.write(again, HEADER)))
                    .isEqualTo(new Psql.Answer(0, ""));
            assertThat(text(world.read(pools, plan.concern()), plan)).isEqualTo(text(plan.modelled(), plan));
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aMembershipIsEndedWhoeverGrantedIt(int major) throws Exception {
        World world = World.on(TestPostgres.major(major));
        world.server.execute(world.database, "GRANT " + world.role("heir") + " TO " + world.role("app"));
        try (ServerPools pools = new ServerPools();
                Journal journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC())) {
            Plan plan = plan(world, pools, List.of(new StagedLeave(world.name("heir"), world.name("app"))));
            assertThat(plan.steps()).extracting(Step::destructive).containsExactly(true);
            RunOutcome outcome = new PlanRunner(
                            pools,
                            world.target(),
                            journal,
                            now -> ChangePlanner.verification(plan, now),
                            DriftedDatabase.BACKGROUND,
                            RunLimits.DEFAULT)
                    .run(plan, DriftedDatabase.approve(plan), RunListener.NONE, new CancelToken());
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(RunOutcome.Ending.VERIFIED);
            assertThat(plan(world, pools, List.of(new StagedLeave(world.name("heir"), world.name("app"))))
                            .steps())
                    .isEmpty();
        }
    }

    private static Plan plan(World world, ServerPools pools, List<StagedChange> changes) {
        Snapshot from = world.read(pools, ChangePlanner.concern(changes));
        return ChangePlanner.plan(new PlanTarget(null, "", from.server()), from, changes);
    }

    /** The database's built-in list written out: a GRANT and its REVOKE leave it stored, which says the same. */
    private static List<String> text(Snapshot snapshot, Plan plan) {
        DatabaseTarget database = new DatabaseTarget(snapshot.database().name());
        Snapshot written = database.withAcl(snapshot, database.acl(snapshot));
        return CatalogText.lines(written, plan.concern()).stream()
                .map(Object::toString)
                .toList();
    }
}
