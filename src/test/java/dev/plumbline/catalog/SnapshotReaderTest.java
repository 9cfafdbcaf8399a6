package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotReaderTest {
    private static final ServerPools POOLS = new ServerPools();

    @AfterAll
    static void close() {
        POOLS.close();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everySubjectIsWhatSqlAskedSeparatelySays(int major) {
        TestPostgres server = TestPostgres.major(major);
        CatalogFixture fixture = CatalogFixture.on(server);
        Snapshot snapshot = fixture.read(POOLS, TestTargets.superuser(server, fixture.database()));
        SeparateAnswers asked = new SeparateAnswers(server, fixture);

        assertThat(snapshot.gaps()).isEmpty();
        assertThat(identity(snapshot)).isEqualTo(asked.identity());
        assertThat(roles(snapshot)).isEqualTo(asked.roles());
        assertThat(memberships(snapshot)).isEqualTo(asked.memberships());
        assertThat(schemas(snapshot)).isEqualTo(asked.schemas());
        assertThat(objects(snapshot)).isEqualTo(asked.objects());
        assertThat(acls(snapshot)).containsExactlyInAnyOrderElementsOf(asked.acls());
        assertThat(database(snapshot.database())).isEqualTo(asked.databaseRow());
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theIdentityOfEveryObjectIsTakenByGrant(int major) {
        TestPostgres server = TestPostgres.major(major);
        CatalogFixture fixture = CatalogFixture.on(server);
        Snapshot snapshot = fixture.read(POOLS, TestTargets.superuser(server, fixture.database()));
        for (OwnedObject object : snapshot.objects()) {
            String kind = object.type() == ObjectType.FUNCTIONS
                    ? "ROUTINE"
                    : object.type().word().replaceAll("S$", "");
            server.execute(
                    fixture.database(),
                    "GRANT ALL ON " + kind + " \"" + object.schema().text() + "\"." + object.identity()
                            + " TO postgres");
        }
        assertThat(snapshot.objects()).hasSize(11);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aRoleThatIsGoneIsToldFromARoleNamedByANumber(int major) {
        TestPostgres server = TestPostgres.major(major);
        CatalogFixture fixture = CatalogFixture.on(server);
        String number = fixture.digits();
        long gone = 3_999_999_999L;
        server.execute(
                fixture.database(),
                "SET allow_system_table_mods = on; UPDATE pg_catalog.pg_class SET relacl = relacl || makeaclitem("
                        + gone + "::oid, relowner, 'DELETE', true) WHERE relname = 'plain'");
        OwnedObject plain = fixture.read(POOLS, TestTargets.superuser(server, fixture.database())).objects().stream()
                .filter(object -> object.shown().equals("ledger.plain"))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(plain.acl()))
                .extracting(AclItem::grantee)
                .contains(Grantee.dangling(gone), Grantee.role(Name.of(number)));
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void insideAnOpenTransactionItsOwnChangesAreSeen(int major) {
        TestPostgres server = TestPostgres.major(major);
        CatalogFixture fixture = CatalogFixture.on(server);
        CancelToken cancel = new CancelToken();
        Snapshot before = fixture.read(POOLS, TestTargets.superuser(server, fixture.database()));
        try (var run = POOLS.open(TestTargets.superuser(server, fixture.database()), cancel)) {
            run.begin(cancel);
            SnapshotReader reader = new SnapshotReader();
            assertThat(reader.readWithin(run.session(), fixture.scope(), cancel))
                    .isEqualTo(before);
            run.execute(
                    dev.plumbline.model.Sql.of("CREATE ROLE %I", Name.of(fixture.role("new one"))),
                    dev.plumbline.model.LockTimeout.DEFAULT,
                    dev.plumbline.model.StatementTimeout.DEFAULT,
                    cancel);
            int trips = run.roundTrips();
            Snapshot within = reader.readWithin(run.session(), fixture.scope(), cancel);
            assertThat(run.roundTrips() - trips).isEqualTo(1);
            assertThat(within.role(Name.of(fixture.role("new one")))).isPresent();
            run.rollback();
        }
        assertThat(fixture.read(POOLS, TestTargets.superuser(server, fixture.database())))
                .isEqualTo(before);
    }

    private static String identity(Snapshot snapshot) {
        return String.join(
                "|",
                String.valueOf(snapshot.server().version().number()),
                snapshot.server().systemIdentifier(),
                String.valueOf(snapshot.server().port()),
                String.valueOf(snapshot.server().databaseOid()),
                snapshot.server().login().text());
    }

    private static String database(DatabaseEntry entry) {
        return String.join(
                "|",
                entry.name().text(),
                entry.owner().text(),
                String.valueOf(entry.connectionLimit()),
                entry.encoding(),
                entry.collation());
    }

    private static List<String> roles(Snapshot snapshot) {
        return snapshot.roles().stream()
                .map(role -> String.join(
                        "|",
                        String.valueOf(role.oid()),
                        role.name().text(),
                        flags(
                                role.superuser(),
                                role.inherit(),
                                role.createRole(),
                                role.createDatabase(),
                                role.login(),
                                role.replication(),
                                role.bypassRowSecurity()),
                        String.valueOf(role.connectionLimit()),
                        String.valueOf(role.validUntil())))
                .toList();
    }

    private static List<String> memberships(Snapshot snapshot) {
        return snapshot.memberships().stream()
                .map(edge -> edge.role().text() + "|" + edge.member().text() + "|" + text(edge.grantor()) + "|"
                        + flags(edge.admin(), edge.inherit(), edge.set()))
                .toList();
    }

    private static List<String> schemas(Snapshot snapshot) {
        return snapshot.schemas().stream()
                .map(schema -> schema.oid() + "|" + schema.name().text() + "|"
                        + schema.owner().text())
                .toList();
    }

    private static List<String> objects(Snapshot snapshot) {
        return snapshot.objects().stream()
                .map(object -> object.oid() + "|" + object.type().letter() + "|"
                        + object.schema().text() + "|" + object.owner().text())
                .sorted()
                .toList();
    }

    private static List<String> acls(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        add(lines, "database", snapshot.database().acl());
        snapshot.schemas().forEach(schema -> add(lines, "schema " + schema.oid(), schema.acl()));
        snapshot.objects().forEach(object -> add(lines, "object " + object.oid(), object.acl()));
        snapshot.defaultPrivileges()
                .forEach(rule -> add(
                        lines,
                        "default " + rule.creator().text() + " " + text(rule.schema()) + " "
                                + rule.type().letter(),
                        rule.acl()));
        return lines;
    }

    private static void add(List<String> lines, String what, @Nullable List<AclItem> acl) {
        if (acl != null) {
            acl.forEach(item -> item.privileges()
                    .forEach((privilege, grantable) ->
                            lines.add(what + ": " + item.grantee().role() + "<"
                                    + item.grantor().role() + " " + privilege.word() + " " + grantable)));
        }
    }

    private static String text(@Nullable Name name) {
        return name == null ? "null" : name.text();
    }

    private static String flags(boolean... flags) {
        StringBuilder letters = new StringBuilder();
        for (boolean flag : flags) {
            letters.append(flag ? 't' : 'f');
        }
        return letters.toString();
    }
}
