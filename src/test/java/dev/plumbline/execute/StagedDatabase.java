package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.plan.ChangePlanner;
import dev.plumbline.plan.ObjectTarget;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.SchemaTarget;
import dev.plumbline.plan.StagedChange;
import dev.plumbline.plan.StagedGrant;
import dev.plumbline.plan.StagedMembership;
import dev.plumbline.plan.StagedOwner;
import dev.plumbline.plan.StagedRevoke;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import java.util.List;
import java.util.TreeSet;

/** A database with changes staged for it, of each kind, that can be put back to where it was. */
final class StagedDatabase {
    final TestPostgres server;
    final String name;

    StagedDatabase(TestPostgres server) {
        this.server = server;
        this.name = server.freshDatabase("cut");
        server.execute(
                name,
                "CREATE ROLE " + role("owner"),
                "CREATE ROLE " + role("heir"),
                "CREATE ROLE " + role("app") + " LOGIN",
                "CREATE SCHEMA ledger AUTHORIZATION " + role("owner"),
                "GRANT CREATE ON SCHEMA ledger TO " + role("heir"),
                "SET ROLE " + role("owner"),
                "CREATE TABLE ledger.entries (id int)",
                "CREATE SEQUENCE ledger.numbers",
                "CREATE FUNCTION ledger.post(amount int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "GRANT SELECT ON ledger.entries TO " + role("app"),
                "RESET ROLE");
        putBack();
    }

    String role(String word) {
        return name + "_" + word;
    }

    /** Writes out what NULL stands for, so that the state before and the state put back are told by the same text. */
    void putBack() {
        server.execute(
                name,
                "REVOKE INSERT ON ledger.entries FROM " + role("app"),
                "GRANT SELECT ON ledger.entries TO " + role("app"),
                "REVOKE USAGE ON SCHEMA ledger FROM " + role("app"),
                "GRANT EXECUTE ON FUNCTION ledger.post TO PUBLIC",
                "REVOKE " + role("heir") + " FROM " + role("app"),
                "ALTER SEQUENCE ledger.numbers OWNER TO " + role("heir"),
                "ALTER SEQUENCE ledger.numbers OWNER TO " + role("owner"));
    }

    /** One line for everything that the changes touch, the order of entries aside. */
    String state() {
        return String.join(" | ", server.query(name, """
                        SELECT 'object ' || relname || ' ' || pg_get_userbyid(relowner) || ' ' || a FROM pg_class,
                               unnest(relacl::text[]) AS a WHERE relname IN ('entries', 'numbers')
                        UNION ALL
                        SELECT 'owner ' || relname || ' ' || pg_get_userbyid(relowner) FROM pg_class
                         WHERE relname IN ('entries', 'numbers')
                        UNION ALL
                        SELECT 'schema ' || a FROM pg_namespace, unnest(nspacl::text[]) AS a WHERE nspname = 'ledger'
                        UNION ALL
                        SELECT 'routine ' || a FROM pg_proc, unnest(proacl::text[]) AS a WHERE proname = 'post'
                        UNION ALL
                        SELECT 'member ' || roleid::regrole || ' ' || member::regrole FROM pg_auth_members
                         WHERE roleid::regrole::text LIKE '%1$s\\_%%'
                        ORDER BY 1""".formatted(name)));
    }

    ConnectionTarget target(int port) {
        return ConnectionTarget.of(
                server.host(),
                port,
                Name.of(name),
                Name.of(server.superuser()),
                TestPostgres.password(),
                TlsSettings.of(SslMode.DISABLE));
    }

    ConnectionTarget target() {
        return target(server.port());
    }

    Plan plan(ServerPools pools) {
        PlanConcern all = new PlanConcern(
                List.of(), List.of(Name.of("ledger")), List.of(Name.of(role("owner")), Name.of(role("heir"))));
        Snapshot objects = read(pools, all);
        List<StagedChange> changes = changes(objects);
        Snapshot from = read(pools, ChangePlanner.concern(changes));
        return ChangePlanner.plan(new PlanTarget(null, "", from.server()), from, changes);
    }

    private Snapshot read(ServerPools pools, PlanConcern concern) {
        CancelToken cancel = new CancelToken();
        return pools.read(
                target(),
                cancel,
                session -> new SnapshotReader()
                        .read(session, new SnapshotScope(concern.schemas(), concern.owners()), cancel));
    }

    private List<StagedChange> changes(Snapshot objects) {
        Grantee app = Grantee.role(Name.of(role("app")));
        OwnedObject table = one(objects, "\"entries\"");
        return List.of(
                new StagedGrant(new ObjectTarget(table), app, new TreeSet<>(List.of(Privilege.INSERT))),
                new StagedGrant(new SchemaTarget(Name.of("ledger")), app, new TreeSet<>(List.of(Privilege.USAGE))),
                new StagedRevoke(new ObjectTarget(table), app, new TreeSet<>(List.of(Privilege.SELECT))),
                new StagedRevoke(
                        new ObjectTarget(one(objects, "\"post\"(integer)")),
                        Grantee.PUBLIC,
                        new TreeSet<>(List.of(Privilege.EXECUTE))),
                new StagedMembership(Name.of(role("heir")), Name.of(role("app")), true, true),
                new StagedOwner(one(objects, "\"numbers\""), Name.of(role("heir"))));
    }

    private static OwnedObject one(Snapshot snapshot, String identity) {
        return snapshot.objects().stream()
                .filter(object -> object.identity().text().equals(identity))
                .findFirst()
                .orElseThrow();
    }

    PlanRunner runner(ServerPools pools, ConnectionTarget target, Journal journal, Plan plan, RunLimits limits) {
        return new PlanRunner(
                pools,
                target,
                journal,
                now -> ChangePlanner.verification(plan, now),
                DriftedDatabase.BACKGROUND,
                limits);
    }
}
