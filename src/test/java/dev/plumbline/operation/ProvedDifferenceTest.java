package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.ObjectLookup;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Proof;
import dev.plumbline.testing.TestPostgres;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gain and loss as the model computes it, beside what readings within the rolled-back transaction say, cell by cell on every major. */
class ProvedDifferenceTest {
    private record World(TestPostgres server, String database) {
        static World on(int major) {
            TestPostgres server = TestPostgres.major(major);
            World world = new World(server, server.freshDatabase("proved"));
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
                    "CREATE TABLE ledger.counted (id serial, note text)",
                    "GRANT SELECT (note) ON ledger.counted TO " + world.role("clerk"),
                    "CREATE SEQUENCE ledger.numbers",
                    "CREATE FUNCTION ledger.post(amount int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "GRANT SELECT ON ledger.\"Odd, table\" TO " + world.role("clerk") + " WITH GRANT OPTION",
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

        AccessReport read(Direct direct, AccessScope scope) {
            return direct.reading()
                    .ofDirect(
                            new DirectTarget.OfDsn(direct.dsn(server, database)),
                            scope,
                            new CancelToken(),
                            Progress.NONE);
        }

        /** What StagedChangesTest stages, as changes to who may do what. */
        List<AccessChange> changes(AccessSnapshot snapshot) {
            DatabaseObject table = one(snapshot, "ledger.\"Odd, table\"");
            DatabaseObject base = one(snapshot, "database:" + database);
            int app = number(snapshot, "app");
            return List.of(
                    new GrantPrivileges(table, null, app, PrivilegeSet.of(Privilege.INSERT, Privilege.UPDATE)),
                    new GrantPrivileges(one(snapshot, "schema:ledger"), null, app, PrivilegeSet.of(Privilege.USAGE)),
                    new GrantPrivileges(base, null, app, PrivilegeSet.of(Privilege.CREATE)),
                    new RevokePrivileges(
                            base, null, RoleIndex.PUBLIC, base.owner(), PrivilegeSet.of(Privilege.TEMPORARY)),
                    revokeFromPublic(one(snapshot, "routine:ledger.post")),
                    new RevokePrivileges(
                            table, null, app, number(snapshot, "clerk"), PrivilegeSet.of(Privilege.SELECT)),
                    new GrantRole(name("heir"), name("app"), Name.of(server.superuser()), true, false),
                    new GrantRole(name("owner"), name("clerk"), Name.of(server.superuser()), true, true),
                    new ChangeOwner(one(snapshot, "sequence:ledger.numbers"), number(snapshot, "heir")));
        }

        int number(AccessSnapshot snapshot, String role) {
            return Objects.requireNonNull(snapshot.roles().of(name(role)));
        }
    }

    private static AccessChange revokeFromPublic(DatabaseObject routine) {
        return new RevokePrivileges(
                routine, null, RoleIndex.PUBLIC, routine.owner(), PrivilegeSet.of(Privilege.EXECUTE));
    }

    private static DatabaseObject one(AccessSnapshot snapshot, String text) {
        List<DatabaseObject> found = ObjectLookup.find(snapshot, text);
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void provedEqualsModelledCellByCell(int major) {
        World world = World.on(major);
        try (ServerPools pools = new ServerPools()) {
            Direct direct = Direct.with(pools);
            for (AccessScope scope : List.of(AccessScope.GRANTS, AccessScope.EVERY_CELL)) {
                AccessReport report = world.read(direct, scope);
                List<AccessChange> changes = world.changes(report.snapshot());
                NamedDifference together = agree(world, direct, report, changes);
                assertThat(together.cells()).isGreaterThan(10);
                for (AccessChange change : changes) {
                    agree(world, direct, report, List.of(change));
                }
                System.out.println("[proved] PostgreSQL " + major + ", every cell " + scope.everyCell() + ": "
                        + changes.size() + " changes, together " + together.cells() + " cells, proved as modelled");
            }
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void writingOutWhatNullStoodForIsNoChange(int major) {
        World world = World.on(major);
        try (ServerPools pools = new ServerPools()) {
            Direct direct = Direct.with(pools);
            AccessReport report = world.read(direct, AccessScope.GRANTS);
            DatabaseObject table = one(report.snapshot(), "ledger.counted");
            assertThat(table.acl()).isNull();
            int app = world.number(report.snapshot(), "app");
            AccessChange grant = new GrantPrivileges(table, null, app, PrivilegeSet.of(Privilege.SELECT));
            assertThat(agree(world, direct, report, List.of(grant)).cells()).isOne();
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anOwnedSequenceFollowsItsTableInBoth(int major) {
        World world = World.on(major);
        try (ServerPools pools = new ServerPools()) {
            Direct direct = Direct.with(pools);
            AccessReport report = world.read(direct, AccessScope.EVERY_CELL);
            DatabaseObject table = one(report.snapshot(), "ledger.counted");
            NamedDifference difference = agree(
                    world, direct, report, List.of(new ChangeOwner(table, world.number(report.snapshot(), "heir"))));
            assertThat(difference.lines()).anyMatch(line -> line.object().equals("ledger.counted_id_seq"));
        }
    }

    private static NamedDifference agree(
            World world, Direct direct, AccessReport report, List<? extends AccessChange> changes) {
        Optional<DirectTarget> without = Optional.of(new DirectTarget.OfDsn(direct.dsn(world.server, world.database)));
        ChangeAccess.Planned planned = direct.changes().plan(report, changes, without, new CancelToken());
        assertThat(planned.plan().refusals()).isEmpty();
        AccessScope scope = new AccessScope(report.snapshot().everyColumn(), false);
        Proof proved = direct.changes().proveDifference(planned.plan(), scope, without, new CancelToken());
        assertThat(proved.problem()).isEmpty();
        Proof.Access access = proved.access().orElseThrow();
        NamedDifference modelled =
                NamedDifference.of(planned.difference(), report.snapshot().roles());
        NamedDifference measured =
                NamedDifference.of(access.difference(), access.after().roles());
        assertThat(measured.without(modelled)).as("only proved, of " + changes).isEmpty();
        assertThat(modelled.without(measured))
                .as("only modelled, of " + changes)
                .isEmpty();
        assertThat(measured.cells()).isEqualTo(modelled.cells());
        return measured;
    }
}
