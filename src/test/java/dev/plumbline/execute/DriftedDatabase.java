package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A database of a real server that has nothing of what it should have, with all that a run of its repair needs. */
final class DriftedDatabase {
    static final Executor BACKGROUND = work -> {
        Thread thread = new Thread(work, "test-background");
        thread.setDaemon(true);
        thread.start();
    };

    final TestPostgres server;
    final String name;
    final OwnershipModel.Auto wanted;

    DriftedDatabase(TestPostgres server) {
        this(server, server.freshDatabase("execute"));
    }

    DriftedDatabase(TestPostgres server, String name) {
        this.server = server;
        this.name = name;
        this.wanted = wanted(name);
    }

    static OwnershipModel.Auto wanted(String database) {
        return new OwnershipModel.Auto(
                Name.of(database),
                Name.of("db_" + database + "_owner"),
                Name.of("db_" + database + "_app"),
                java.util.List.of());
    }

    String owner() {
        return wanted.ownerRole().text();
    }

    String app() {
        return wanted.appUser().text();
    }

    ConnectionTarget target() {
        return TestTargets.superuser(server, name);
    }

    /** The same through a line that listens on another port. */
    ConnectionTarget target(int port) {
        return ConnectionTarget.of(
                server.host(),
                port,
                Name.of(name),
                Name.of(server.superuser()),
                TestPostgres.password(),
                TlsSettings.of(SslMode.DISABLE));
    }

    SmallPlanner planner() {
        return new SmallPlanner(wanted);
    }

    Snapshot read(ServerPools pools) {
        CancelToken cancel = new CancelToken();
        return pools.read(
                target(), cancel, session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), cancel));
    }

    Plan plan(ServerPools pools) {
        return planner().plan(read(pools));
    }

    Plan plan(ServerPools pools, LockTimeout lockTimeout) {
        return new SmallPlanner(wanted, lockTimeout).plan(read(pools));
    }

    static Approval approve(Plan plan) {
        Set<String> destructive =
                plan.steps().stream().filter(Step::destructive).map(Step::id).collect(Collectors.toSet());
        return new Approval(plan.digest(), destructive, "", SafeMode.CONFIRM, "ada@desk");
    }

    PlanRunner runner(ServerPools pools, Journal journal) {
        return runner(pools, journal, RunLimits.DEFAULT);
    }

    PlanRunner runner(ServerPools pools, Journal journal, RunLimits limits) {
        return new PlanRunner(pools, target(), journal, planner().verifier(), BACKGROUND, limits);
    }

    /** One line that tells everything the repair would change; the same line means the same state. */
    String state() {
        return String.join(" | ", server.query(name, """
                        SELECT 'owner ' || pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()
                        UNION ALL
                        SELECT 'role ' || rolname || ' ' || rolcanlogin FROM pg_roles WHERE rolname LIKE '%%' || '%1$s' || '%%'
                        UNION ALL
                        SELECT 'member ' || roleid::regrole || ' ' || member::regrole FROM pg_auth_members
                        WHERE roleid::regrole::text LIKE '%%' || '%1$s' || '%%'
                        UNION ALL
                        SELECT 'default ' || defaclrole::regrole || ' ' || defaclacl::text FROM pg_default_acl
                        ORDER BY 1""".formatted(name)));
    }

    /** Takes away again what a repair brought. */
    void driftAgain() {
        server.execute(
                name,
                "ALTER DATABASE \"" + name + "\" OWNER TO postgres",
                "DO $$ BEGIN IF to_regrole('" + owner() + "') IS NOT NULL THEN DROP OWNED BY \"" + owner()
                        + "\"; DROP ROLE \"" + owner() + "\"; END IF; IF to_regrole('" + app()
                        + "') IS NOT NULL THEN DROP OWNED BY \"" + app() + "\"; DROP ROLE \"" + app()
                        + "\"; END IF; END $$");
    }
}
