package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Secret;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What {@code migration apply} does, in a process of its own that knows nothing of being killed; it traces on the scratch server of whoever started it. */
public final class MigrationToKill {
    private MigrationToKill() {}

    /** Arguments: folder, journal, port, database, and the scratch server's port, administrator, password and major. */
    public static void main(String[] arguments) {
        ConnectionTarget target = target(arguments[2], arguments[3], "postgres", TestPostgres.password());
        ConnectionTarget scratch = target(arguments[4], "postgres", arguments[5], new Secret(arguments[6]));
        int major = Integer.parseInt(arguments[7]);
        try (ServerPools pools = new ServerPools();
                Journal journal = Journal.open(Path.of(arguments[1]), Clock.systemUTC())) {
            PostgresParser parser = new PostgresParser();
            ScratchServers servers = (wanted, cancel) -> new ScratchServers.Scratch(scratch, major);
            PlanMigrations plans = new PlanMigrations(
                    dsn -> target,
                    pools,
                    new TraceMigrations(new MaterializeSql(pools, servers), parser),
                    parser,
                    Clock.systemUTC());
            PlannedMigrations planned = plans.plan(
                    "",
                    KilledMigrationTest.patient(Path.of(arguments[0]), Duration.ofMinutes(2)),
                    new CancelToken(),
                    Progress.NONE);
            Set<String> all =
                    planned.plan().steps().stream().map(step -> step.id()).collect(Collectors.toSet());
            RunOutcome outcome = new RunMigrations(
                            dsn -> target,
                            pools,
                            () -> journal,
                            Executors.newCachedThreadPool(),
                            dev.plumbline.execute.RunLimits.DEFAULT,
                            (context, cancel) -> dev.plumbline.execute.SessionOrigins.UNKNOWN)
                    .run(
                            planned,
                            new Approval(planned.plan().digest(), all, "", SafeMode.CONFIRM, "a console"),
                            RunListener.NONE,
                            new CancelToken());
            System.out.println(planned.plan().refusals() + " " + outcome.ending() + " " + outcome.problem());
        }
        System.exit(0);
    }

    private static ConnectionTarget target(String port, String database, String user, Secret password) {
        return ConnectionTarget.of(
                "127.0.0.1",
                Integer.parseInt(port),
                Name.of(database),
                Name.of(user),
                password,
                TlsSettings.of(SslMode.DISABLE));
    }
}
