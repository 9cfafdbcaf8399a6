package dev.plumbline.ui.fake;

import dev.plumbline.job.Work;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ContextEntry.ExecCommand;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Product;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.ui.estate.EstateActions;
import dev.plumbline.ui.estate.EstateActions.DirectConnection;
import dev.plumbline.ui.estate.EstateActions.KnownContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An estate in memory: contexts that answer, fail, or wait until they are let go. */
public final class FakeEstate {
    public static final String GROUP = "dbops.dbprovision.io";
    private final Map<String, KnownContext> contexts = new LinkedHashMap<>();
    private final Map<String, Work<EstateContext>> readings = new LinkedHashMap<>();
    private final Map<String, DirectConnection> directs = new LinkedHashMap<>();
    private final List<String> read = new ArrayList<>();
    private final List<CountDownLatch> waiting = new CopyOnWriteArrayList<>();

    /** Three contexts such as a DBA has: one in production, one for staging, one that cannot be reached. */
    public static FakeEstate ordinary() {
        FakeEstate estate = new FakeEstate();
        estate.add(
                "kind-prod",
                true,
                SafeMode.PRODUCTION,
                List.of(
                        database("kind-prod", "team-billing", "billing", "Ready", true),
                        database("kind-prod", "team-billing", "ledger", "Ready", false),
                        database("kind-prod", "team-billing", "invoices", "Failed", false),
                        resource(
                                "kind-prod",
                                "team-billing",
                                "DatabaseInstance",
                                "databaseinstances",
                                "pg-main",
                                "Ready",
                                false),
                        database("kind-prod", "acme-supply-chain-procurement", "purchase-order", "Ready", false),
                        database("kind-prod", "acme-supply-chain-procurement", "supplier", "Pending", false),
                        resource(
                                "kind-prod",
                                "",
                                "ClusterDatabaseInstance",
                                "clusterdatabaseinstances",
                                "shared-pg",
                                "Ready",
                                false)));
        estate.add(
                "staging",
                false,
                SafeMode.CONFIRM,
                List.of(database("staging", "team-billing", "billing", "Ready", false)));
        estate.addFailing(
                "shop",
                new Problem(
                        Problem.Kind.UNREACHABLE,
                        "K8S-UNREACHABLE",
                        "Connecting to the API server of",
                        "shop",
                        "https://10.40.0.1:6443: connect timed out after 10 s",
                        "Check the VPN, then try again."));
        estate.directs.put(
                "localhost:5432/app",
                new DirectConnection("localhost:5432/app", "postgresql://dba@localhost:5432/app?sslmode=prefer"));
        return estate;
    }

    public FakeEstate add(String context, boolean current, SafeMode mode, List<EstateResource> resources) {
        return add(
                context,
                current,
                mode,
                new EstateContext(context, "v1.31.2", List.of(), resources, List.of(), List.of()));
    }

    public FakeEstate add(String context, boolean current, SafeMode mode, EstateContext answer) {
        contexts.put(context, new KnownContext(entry(context, current, null), mode));
        readings.put(context, (cancel, progress) -> answer);
        return this;
    }

    public FakeEstate addFailing(String context, Problem problem) {
        contexts.put(context, new KnownContext(entry(context, false, null), SafeMode.CONFIRM));
        readings.put(context, (cancel, progress) -> {
            throw new ProblemException(problem);
        });
        return this;
    }

    /** Answers when it is let go, or ends when cancelled. */
    public FakeEstate addWaiting(String context, boolean current) {
        contexts.put(context, new KnownContext(entry(context, current, null), SafeMode.CONFIRM));
        readings.put(context, (cancel, progress) -> {
            progress.report("Listing databases of " + context, 3, 12);
            CountDownLatch ended = new CountDownLatch(1);
            waiting.add(ended);
            cancel.onCancel(ended::countDown);
            ended.await();
            cancel.check();
            return new EstateContext(context, "v1.31.2", List.of(), List.of(), List.of(), List.of());
        });
        return this;
    }

    public FakeEstate addAsking(String context, String program) {
        contexts.put(
                context,
                new KnownContext(
                        entry(context, false, new ExecCommand(program, "9f2c".repeat(16), false)), SafeMode.CONFIRM));
        readings.put(
                context,
                (cancel, progress) ->
                        new EstateContext(context, "v1.31.2", List.of(), List.of(), List.of(), List.of()));
        return this;
    }

    public void letGo() {
        waiting.forEach(CountDownLatch::countDown);
    }

    /** The contexts in the order they were read. */
    public List<String> read() {
        return read;
    }

    public static EstateResource database(String context, String namespace, String name, String phase, boolean drift) {
        return resource(context, namespace, "Database", "databases", name, phase, drift);
    }

    public static EstateResource resource(
            String context, String namespace, String kind, String plural, String name, String phase, boolean drift) {
        return new EstateResource(
                new ResourceRef(context, GROUP, plural, namespace, name),
                kind,
                "db-provision-operator",
                phase,
                "",
                "postgres on pg-main",
                drift);
    }

    private static ContextEntry entry(String name, boolean current, @Nullable ExecCommand command) {
        return new ContextEntry(
                name,
                name,
                "https://" + name + ".example.com:6443",
                "dba",
                "default",
                current,
                false,
                command,
                List.of());
    }

    public EstateActions actions() {
        return new EstateActions(
                (cancel, progress) -> List.copyOf(contexts.values()),
                context -> (cancel, progress) -> {
                    read.add(context);
                    return Objects.requireNonNull(readings.get(context), context)
                            .run(cancel, progress);
                },
                (context, mode) -> (cancel, progress) -> {
                    contexts.computeIfPresent(context, (key, known) -> new KnownContext(known.entry(), mode));
                    return mode;
                },
                command -> (cancel, progress) -> approve(command),
                (cancel, progress) -> List.copyOf(directs.values()),
                (name, dsn) -> (cancel, progress) -> keep(name, dsn),
                name -> (cancel, progress) -> {
                    directs.remove(name);
                    return name;
                },
                name -> (cancel, progress) -> summary());
    }

    private ExecCommand approve(ExecCommand command) {
        ExecCommand approved = new ExecCommand(command.shown(), command.hash(), true);
        contexts.replaceAll((name, known) -> command.equals(known.entry().execCommand())
                ? new KnownContext(entry(name, known.entry().current(), approved), known.mode())
                : known);
        return approved;
    }

    private DirectConnection keep(String name, String dsn) {
        if (!dsn.startsWith("postgres")) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "DSN",
                    "Reading the DSN",
                    dsn,
                    "it does not begin with postgresql://",
                    "Write it as libpq does."));
        }
        DirectConnection kept = new DirectConnection(name, dsn);
        directs.put(name, kept);
        return kept;
    }

    private static ConnectionSummary summary() {
        ServerIdentity server = new ServerIdentity(
                new ServerVersion(Product.POSTGRESQL, 170011, "17.11"),
                "7391204417719123204",
                "127.0.0.1",
                5432,
                false,
                16401,
                Name.of("app"),
                Name.of("dba"));
        return new ConnectionSummary(server, "localhost", 5432, SslMode.PREFER, "TLSv1.3", 1);
    }
}
