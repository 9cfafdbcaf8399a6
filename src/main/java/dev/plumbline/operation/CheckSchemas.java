package dev.plumbline.operation;

import dev.plumbline.catalog.structure.TableSizeReader;
import dev.plumbline.drift.velocity.OrphanTables;
import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.drift.velocity.SchemaComparison;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaNames;
import dev.plumbline.drift.velocity.WantedTable;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.VelocityConnection;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.OtherMajor;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.SqlFile;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the tables of SchemaDefinitions with what they ask for: one reading of the live database and one of a scratch server on which all wanted tables were made.
 * Changes nothing. The database is the one that Velocity's operator uses, or the one that a connection string names.
 */
public final class CheckSchemas {
    private static final int STEPS = 4;

    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final MaterializeSql sql;
    private final OtherMajor otherMajor;
    private final StructureKeeper keeper;
    private final Clock clock;

    public CheckSchemas(
            Supplier<KubeContexts> contexts,
            DirectConnections direct,
            ServerPools pools,
            ScratchServers scratch,
            StructureKeeper keeper,
            Clock clock) {
        this.contexts = contexts;
        this.direct = direct;
        this.pools = pools;
        this.sql = new MaterializeSql(pools, scratch);
        this.otherMajor = new OtherMajor(sql);
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * Which resources to compare: those of a namespace, or of all where it is empty; one of them, or all where {@code name} is empty. Without {@code dsn} the operator's own
     * database. {@code renamed} are offered renames that are taken for it, each {@code old=new}.
     */
    public record Scope(
            String context, String namespace, Optional<String> name, Optional<String> dsn, Set<String> renamed) {
        public Scope {
            renamed = Set.copyOf(renamed);
        }

        public Scope(String context, String namespace, Optional<String> name, Optional<String> dsn) {
            this(context, namespace, name, dsn, Set.of());
        }
    }

    private record Live(StructureKeeper.Read read, List<TableSize> sizes) {
        StructureSnapshot structure() {
            return read.structure();
        }
    }

    /** @throws ProblemException where the resources, the connection or the database cannot be read */
    public SchemaReports check(Scope scope, CancelToken cancel, Progress progress) {
        progress.report("reading the SchemaDefinitions", 0, STEPS);
        KubeCluster cluster = contexts.get().open(scope.context()).stoppedBy(cancel);
        List<String> notes = new ArrayList<>();
        List<SchemaDefinition> known = known(cluster, scope, notes);
        List<SchemaDefinition> asked =
                known.stream().filter(definition -> isAsked(definition, scope)).toList();
        if (asked.isEmpty() && scope.name().isPresent()) {
            cluster.readSchemaDefinition(scope.namespace(), scope.name().orElseThrow());
        }
        progress.report("finding the database", 1, STEPS);
        ConnectionTarget target = target(cluster, scope);
        progress.report("reading " + target.database().shown(), 2, STEPS);
        Live live = pools.read(
                target,
                cancel,
                session -> new Live(keeper.read(session, cancel), new TableSizeReader().read(session, cancel)));
        if (!live.read().notKept().isEmpty()) {
            notes.add(live.read().notKept());
        }
        progress.report("making the wanted tables on a scratch server", 3, STEPS);
        List<SchemaReport> reports = compare(asked, live.structure(), scope.renamed(), notes, cancel);
        progress.report("compared", STEPS, STEPS);
        return new SchemaReports(
                target.shown(),
                reports,
                orphans(known, asked, live, scope),
                aside(asked, live, scope),
                notes,
                clock.instant());
    }

    /** All that can be listed, since any of them may claim a table. */
    private static List<SchemaDefinition> known(KubeCluster cluster, Scope scope, List<String> notes) {
        try {
            return cluster.readSchemaDefinitions("");
        } catch (ProblemException refused) {
            if (refused.problem().kind() != Problem.Kind.FORBIDDEN
                    || scope.namespace().isEmpty()) {
                throw refused;
            }
            notes.add(
                    "The SchemaDefinitions of other namespaces may not be listed: an orphan below may belong to one of them.");
            return cluster.readSchemaDefinitions(scope.namespace());
        }
    }

    private static boolean isAsked(SchemaDefinition definition, Scope scope) {
        boolean inNamespace = scope.namespace().isEmpty()
                || scope.namespace().equals(definition.ref().namespace());
        return inNamespace && scope.name().map(definition.ref().name()::equals).orElse(true);
    }

    /** Of every SchemaDefinition that can be listed; what could not be is told in {@code notes}. */
    List<SchemaNames> names(Scope scope, List<String> notes, CancelToken cancel) {
        return names(known(contexts.get().open(scope.context()).stoppedBy(cancel), scope, notes));
    }

    /** What the schema and the tables are called that belong to each SchemaDefinition of a namespace, by its name; one whose names Velocity refuses has none. */
    public Map<String, SchemaNames> claims(String context, String namespace, CancelToken cancel) {
        Map<String, SchemaNames> claims = new TreeMap<>();
        for (SchemaDefinition each :
                contexts.get().open(context).stoppedBy(cancel).readSchemaDefinitions(namespace)) {
            SchemaNames.find(each).ifPresent(names -> claims.put(each.ref().name(), names));
        }
        return claims;
    }

    /** What a table is to become, in the words of the database as it is now. */
    StructureSnapshot inWordsOf(StructureSnapshot live, SchemaDrift drift, CancelToken cancel) {
        StructureSnapshot target = drift.target();
        StructureSnapshot asWritten = new StructureSnapshot(
                drift.wantedBy(),
                target.database(),
                target.things(),
                target.needs(),
                target.notCovered(),
                target.gaps());
        return target.withThings(
                otherMajor.worded(live, asWritten, cancel).declared().things());
    }

    /** What stands behind the addresses of sessions that are in the way of a run. */
    SessionOrigins origins(Scope scope, Executor background, CancelToken cancel) {
        return PodOrigins.readOn(background, name -> contexts.get().open(name), scope.context(), cancel);
    }

    /** Where the tables of the scope are, found anew: credentials may have been changed since. */
    ConnectionTarget target(Scope scope, CancelToken cancel) {
        return target(contexts.get().open(scope.context()).stoppedBy(cancel), scope);
    }

    private ConnectionTarget target(KubeCluster cluster, Scope scope) {
        if (scope.dsn().isPresent()) {
            return direct.target(scope.dsn().get());
        }
        VelocityConnection found = cluster.readVelocityConnection();
        return direct.target(found.dsn().reveal()).withLabel(found.origin());
    }

    private List<SchemaReport> compare(
            List<SchemaDefinition> asked,
            StructureSnapshot live,
            Set<String> renamed,
            List<String> notes,
            CancelToken cancel) {
        Map<SchemaDefinition, WantedTable> tables = new LinkedHashMap<>();
        List<SchemaReport> reports = new ArrayList<>();
        for (SchemaDefinition definition : asked) {
            try {
                tables.put(definition, WantedTable.of(definition));
            } catch (ProblemException unnamed) {
                reports.add(new SchemaReport(definition, Optional.empty(), Optional.of(unnamed.problem())));
            }
        }
        tables.forEach((definition, table) -> reports.add(compare(definition, table, live, renamed, notes, cancel)));
        return reports;
    }

    /** Each in its own empty database, so that what the server refuses of one resource keeps no other from being compared. */
    private SchemaReport compare(
            SchemaDefinition definition,
            WantedTable table,
            StructureSnapshot live,
            Set<String> renamed,
            List<String> notes,
            CancelToken cancel) {
        try {
            MaterializeSql.Materialized wanted = sql.read(
                    List.of(new SqlFile("SchemaDefinition " + definition.ref().shown(), table.script())),
                    live.version().major(),
                    cancel);
            OtherMajor.Worded worded = otherMajor.worded(live, wanted.structure(), cancel);
            Stream.concat(wanted.notes().stream(), Unproved.sentences("Not compared: ", worded.unproved()).stream())
                    .filter(note -> !notes.contains(note))
                    .forEach(notes::add);
            return new SchemaReport(
                    definition,
                    Optional.of(SchemaComparison.compare(table, worded.declared(), live, renamed)),
                    Optional.empty());
        } catch (ProblemException refused) {
            return new SchemaReport(definition, Optional.empty(), Optional.of(refused.problem()));
        }
    }

    private static List<TableSize> orphans(
            List<SchemaDefinition> known, List<SchemaDefinition> asked, Live live, Scope scope) {
        if (scope.name().isPresent()) {
            return List.of();
        }
        List<SchemaNames> all = names(known);
        List<SchemaNames> own = names(asked);
        return OrphanTables.of(live.sizes(), all).stream()
                .filter(orphan -> own.stream().anyMatch(names -> names.schema().equals(orphan.schema())))
                .toList();
    }

    private static List<TableSize> aside(List<SchemaDefinition> asked, Live live, Scope scope) {
        return scope.name().isPresent()
                ? List.of()
                : QuarantineName.aside(
                        live.sizes(),
                        names(asked).stream().map(SchemaNames::schema).collect(Collectors.toSet()));
    }

    /** Those that Velocity refuses have no table that they could claim. */
    private static List<SchemaNames> names(List<SchemaDefinition> definitions) {
        return definitions.stream()
                .map(SchemaNames::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
