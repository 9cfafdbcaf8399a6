package dev.plumbline.plan;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.SslMode;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.testing.TestPostgres;
import java.util.List;

/** A drifted database on a real server, read and repaired by the login of its situation. */
final class LiveDatabase implements AutoCloseable {
    private final TestPostgres server;
    private final ServerPools pools = new ServerPools();
    private final ConnectionTarget target;
    private final OwnershipModel.Auto wanted;

    private LiveDatabase(TestPostgres server, Name database, Name login, OwnershipModel.Auto wanted) {
        this.server = server;
        this.wanted = wanted;
        this.target = ConnectionTarget.of(
                server.host(),
                server.port(),
                database,
                login,
                TestPostgres.password(),
                TlsSettings.of(SslMode.DISABLE));
    }

    static LiveDatabase of(int major, Situation situation) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("plan");
        OwnershipModel.Auto wanted = new OwnershipModel.Auto(
                Name.of(database),
                Name.of("db_" + database + "_owner"),
                Name.of("db_" + database + "_app"),
                List.of(Name.of("public"), Name.of("ledger")));
        server.execute(database, "CREATE SCHEMA ledger");
        for (String statement : situation.setup()) {
            server.execute(database, filled(statement, database));
        }
        return new LiveDatabase(server, Name.of(database), Name.of(filled(situation.login(), database)), wanted);
    }

    static LiveDatabase existing(TestPostgres server, OwnershipModel.Auto wanted) {
        return new LiveDatabase(server, wanted.database(), Name.of(server.superuser()), wanted);
    }

    private static String filled(String text, String database) {
        return text.replace("$db", database)
                .replace("$own", "db_" + database + "_owner")
                .replace("$app", "db_" + database + "_app")
                .replace("$adm", "adm_" + database)
                .replace("$other", "other_" + database);
    }

    OwnershipModel.Auto wanted() {
        return wanted;
    }

    TestPostgres server() {
        return server;
    }

    Name login() {
        return target.user();
    }

    Snapshot read() {
        return pools.read(
                target,
                new CancelToken(),
                session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), new CancelToken()));
    }

    List<CheckResult> check() {
        return OwnershipChecks.run(read(), wanted);
    }

    Plan plan() {
        Snapshot snapshot = read();
        return RepairPlanner.plan(
                new PlanTarget(null, "", snapshot.server()),
                wanted,
                snapshot,
                OwnershipChecks.run(snapshot, wanted),
                RepairOptions.ONLY_MISSING);
    }

    /** Runs the statements in one transaction, as a run does. */
    void run(List<Sql> statements) {
        CancelToken cancel = new CancelToken();
        try (WritingSession session = pools.open(target, cancel)) {
            session.begin(cancel);
            for (Sql statement : statements) {
                session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
            }
            session.commit();
        }
    }

    /** Changes the database behind the plan's back, as the superuser. */
    void execute(String statement) {
        server.execute(
                wanted.database().text(), filled(statement, wanted.database().text()));
    }

    @Override
    public void close() {
        pools.close();
    }
}
