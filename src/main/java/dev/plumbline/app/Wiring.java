package dev.plumbline.app;

import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.operation.ApplyFolder;
import dev.plumbline.operation.AskWhy;
import dev.plumbline.operation.ChangeAccess;
import dev.plumbline.operation.CheckFleet;
import dev.plumbline.operation.CheckGates;
import dev.plumbline.operation.CheckOwnership;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.CompareStructure;
import dev.plumbline.operation.ComposeUpgrade;
import dev.plumbline.operation.ContextCare;
import dev.plumbline.operation.DirectConnections;
import dev.plumbline.operation.ExplainRun;
import dev.plumbline.operation.ExportPlan;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.ListContexts;
import dev.plumbline.operation.MeasurePreflight;
import dev.plumbline.operation.Operations;
import dev.plumbline.operation.PatchResource;
import dev.plumbline.operation.PlaceTargets;
import dev.plumbline.operation.PlanConnections;
import dev.plumbline.operation.PlanRepair;
import dev.plumbline.operation.ProveNextObject;
import dev.plumbline.operation.ProvePlan;
import dev.plumbline.operation.PullFolder;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.operation.ReadAccess;
import dev.plumbline.operation.ReadEstate;
import dev.plumbline.operation.ReadHappenings;
import dev.plumbline.operation.ReadJournal;
import dev.plumbline.operation.ReadRoleDependents;
import dev.plumbline.operation.ReadTracking;
import dev.plumbline.operation.RecordDrift;
import dev.plumbline.operation.RunRepair;
import dev.plumbline.operation.StructureChanges;
import dev.plumbline.operation.TakeSnapshot;
import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlaceMigrations;
import dev.plumbline.operation.rotation.MeasureManaged;
import dev.plumbline.operation.rotation.ReadRotation;
import dev.plumbline.operation.rotation.Rotations;
import dev.plumbline.operation.rotation.RunRotation;
import dev.plumbline.operation.runbook.CatalogWitness;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.HttpProbe;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.operation.runbook.PortForwards;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.operation.runbook.RunbookMigrations;
import dev.plumbline.operation.runbook.SqlBlocks;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.Runbooks;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.store.ApprovedPrograms;
import dev.plumbline.store.DataFolders;
import dev.plumbline.store.IgnoredDifferences;
import dev.plumbline.store.Journal;
import dev.plumbline.store.SafeModes;
import dev.plumbline.store.Settings;
import dev.plumbline.store.StructureHistory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes everything once, the costly parts when they are first asked for, and closes them in reverse order. */
final class Wiring implements AutoCloseable {
    private static final Duration HTTP_LIMIT = Duration.ofSeconds(30);
    private static final int TOGETHER = 100;
    private static final int DATABASES_TOGETHER = 4;
    private final ExecutorService background = Executors.newCachedThreadPool(named("background"));
    private final ExecutorService fleet = Executors.newFixedThreadPool(TOGETHER, named("fleet"));
    private final ExecutorService dependents = Executors.newFixedThreadPool(DATABASES_TOGETHER, named("dependents"));
    private final DataFolders folders;
    private final Lazy<Settings> settings;
    private final Lazy<Journal> journal;
    private final Lazy<StructureHistory> history;
    private final Lazy<IgnoredDifferences> ignored;
    private final Lazy<KubeContexts> contexts;
    private final Lazy<ServerPools> pools = new Lazy<>(ServerPools::new);
    private final EmbeddedScratch ownScratch;
    private final ScratchServers scratch;
    private final Lazy<Operations> operations;
    private final Lazy<Runbooks> runbooks;

    /** @param kubeconfig asked for when the first context is; empty means what kubectl would use */
    Wiring(Supplier<Optional<Path>> kubeconfig, Map<String, String> environment, Path home, Clock clock) {
        this(kubeconfig, environment, home, clock, Optional.empty());
    }

    /** @param others scratch servers that somebody else starts and stops; empty for some of its own */
    Wiring(
            Supplier<Optional<Path>> kubeconfig,
            Map<String, String> environment,
            Path home,
            Clock clock,
            Optional<ScratchServers> others) {
        folders = DataFolders.of(environment, System.getProperty("os.name", ""), home);
        settings = new Lazy<>(() -> Settings.open(folders.settingsFile()));
        journal = new Lazy<>(() -> Journal.open(folders.journalFile(), clock));
        history = new Lazy<>(() -> StructureHistory.open(folders.structuresFile()));
        ignored = new Lazy<>(() -> IgnoredDifferences.open(folders.ignoredFile()));
        contexts = new Lazy<>(() -> KubeContexts.read(
                kubeconfig.get(), environment, home, hash -> programs().contains(hash), clock));
        ownScratch = new EmbeddedScratch(
                pools, List.of(folders.data().resolve("postgres"), EmbeddedScratch.besideProgram()));
        scratch = others.orElse(ownScratch);
        operations = new Lazy<>(() -> connect(environment, home, clock));
        runbooks = new Lazy<>(() -> runbooks(environment, clock));
    }

    Operations operations() {
        return operations.get();
    }

    Runbooks runbooks() {
        return runbooks.get();
    }

    private Runbooks runbooks(Map<String, String> environment, Clock clock) {
        DirectConnections direct = operations.get().direct();
        RunbookDatabase databases = new RunbookDatabase(contexts, direct);
        return new Runbooks(
                new RunFolders(folders.runsFolder()),
                new RunbookTools(
                        operations,
                        databases,
                        new SqlBlocks(databases, pools.get(), journal, background, cancel -> SessionOrigins.UNKNOWN),
                        new RunbookMigrations(
                                databases,
                                pools.get(),
                                scratch,
                                journal,
                                background,
                                clock,
                                cancel -> SessionOrigins.UNKNOWN),
                        new KubeObjects(contexts),
                        new HttpProbe(HTTP_LIMIT),
                        new DumpTables(databases, pools.get(), environment),
                        new CatalogWitness(databases, pools.get(), clock),
                        new PortForwards(contexts),
                        clock,
                        System.getProperty("user.name", "unknown")));
    }

    ExecutorService background() {
        return background;
    }

    DataFolders folders() {
        return folders;
    }

    ApprovedPrograms programs() {
        return new ApprovedPrograms(settings.get());
    }

    dev.plumbline.store.DirectConnections savedConnections() {
        return new dev.plumbline.store.DirectConnections(settings.get());
    }

    private Operations connect(Map<String, String> environment, Path home, Clock clock) {
        String by = System.getProperty("user.name", "unknown");
        CheckOwnership ownership = new CheckOwnership(contexts, pools.get(), clock);
        PlanConnections connections = new PlanConnections(contexts);
        RecordDrift recording = new RecordDrift(contexts, clock);
        DirectConnections direct = new DirectConnections(this::savedConnections, pools.get(), environment, home, clock);
        StructureKeeper keeper = new StructureKeeper(history, clock);
        CheckSchemas schemas = new CheckSchemas(contexts, direct, pools.get(), scratch, keeper, clock);
        ReadRotation rotation = new ReadRotation(contexts, direct::target, pools.get(), clock);
        CompareStructure structures = new CompareStructure(contexts, direct, pools.get(), scratch, keeper, clock);
        return new Operations(
                new ListContexts(contexts),
                new ReadEstate(contexts),
                ownership,
                new CheckFleet(ownership, fleet),
                new PlanRepair(),
                new ProvePlan(connections, pools.get()),
                new RunRepair(connections, pools.get(), journal, background, recording),
                recording,
                new PatchResource(contexts),
                new ExportPlan(clock, Version.text(), by),
                new TakeSnapshot(contexts, direct, pools.get(), clock),
                structures,
                new ApplyFolder(structures, direct, pools.get(), journal, background, clock),
                new PullFolder(structures, clock),
                new ReadTracking(direct, pools.get()),
                Migrations.of(contexts, direct::target, pools.get(), scratch, journal, background, clock),
                new PlaceMigrations(
                        new PlaceTargets(contexts, direct),
                        pools.get(),
                        scratch,
                        journal,
                        background,
                        clock,
                        name -> contexts.get().open(name)),
                new IgnoreDifferences(ignored, clock, by),
                schemas,
                new FixSchema(schemas, pools.get(), journal, background),
                new QuarantineTable(schemas, pools.get(), journal, background, clock),
                new ForceReconcile(contexts, clock),
                new CheckGates(contexts, clock),
                new ComposeUpgrade(contexts, clock),
                new Rotations(
                        rotation,
                        new RunRotation(rotation, pools.get(), journal),
                        new MeasureManaged(rotation, pools.get())),
                new StructureChanges(contexts, direct, pools.get(), keeper, new ReadJournal(journal)),
                new ReadAccess(contexts, direct, pools.get(), clock),
                new AskWhy(contexts, direct, pools.get()),
                new ChangeAccess(contexts, connections, direct, pools.get(), journal, background),
                new ReadRoleDependents(contexts, direct, pools.get(), dependents),
                new MeasurePreflight(direct, pools.get()),
                new ProveNextObject(connections, direct, pools.get()),
                new ReadJournal(journal),
                new ReadHappenings(contexts, new ReadJournal(journal)),
                new ExplainRun(journal, ownership, connections, pools.get()),
                direct,
                new ContextCare(() -> new SafeModes(settings.get()), this::programs));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        fleet.shutdownNow();
        dependents.shutdownNow();
        background.shutdownNow();
        ownScratch.close();
        pools.ifMade(ServerPools::close);
        contexts.ifMade(KubeContexts::close);
        ignored.ifMade(IgnoredDifferences::close);
        history.ifMade(StructureHistory::close);
        journal.ifMade(Journal::close);
        settings.ifMade(Settings::close);
    }
}
