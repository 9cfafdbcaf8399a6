package dev.plumbline.operation.migration;

import dev.plumbline.execute.RunLimits;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.operation.PodOrigins;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.store.Journal;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that can be asked of migrations. */
public record Migrations(
        FetchMigrations fetches,
        LintMigrations lints,
        PlanMigrations plans,
        RunMigrations runs,
        TryMigrations tries,
        RepairMigrations repairs) {
    public static Migrations of(
            Supplier<KubeContexts> contexts,
            Function<String, ConnectionTarget> targets,
            ServerPools pools,
            ScratchServers scratch,
            Supplier<Journal> journal,
            Executor background,
            Clock clock) {
        PostgresParser parser = new PostgresParser();
        TraceMigrations traces = new TraceMigrations(new MaterializeSql(pools, scratch), parser);
        RunMigrations.Origins origins = (context, cancel) ->
                PodOrigins.readOn(background, name -> contexts.get().open(name), context, cancel);
        return new Migrations(
                new FetchMigrations(contexts),
                new LintMigrations(parser),
                new PlanMigrations(targets, pools, traces, parser, clock),
                new RunMigrations(targets, pools, journal, background, RunLimits.DEFAULT, origins),
                new TryMigrations(targets, pools, journal, background, RunLimits.DEFAULT, origins, parser),
                new RepairMigrations(targets, pools, traces, parser, journal, background, RunLimits.DEFAULT));
    }
}
