package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.structure.RelationsReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedGroup;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.PgSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What each statement of a trace changed of the structure. Where its grammar says that it can change nothing but what it locks, only that is read again, which takes a hundredth of a reading of
 * thousands of tables; whether all these add up is asked at the end.
 */
final class StatementChanges {
    private final FollowedStructure structure;
    private final PostgresParser parser;
    private final StatementGroups groups;
    private final CancelToken cancel;
    private final RelationsReader relations;
    private final Set<MigrationStatement> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<Kept> kept = Optional.empty();

    private record Kept(List<GroupedStatement> statements, List<GroupShare> shares) {}

    /** @param relations for the session in which the statements run */
    StatementChanges(StructureSnapshot before, RelationsReader relations, PostgresParser parser, CancelToken cancel) {
        this.structure = new FollowedStructure(before);
        this.relations = relations;
        this.parser = parser;
        this.groups = new StatementGroups(parser);
        this.cancel = cancel;
    }

    boolean touchesRelationsAlone(MigrationStatement statement) {
        return !structure.hasEventTriggers() && TouchesRelations.alone(parser.parse(statement.text()));
    }

    /**
     * Within the transaction in which it ran.
     *
     * @param isRun as it stands, and by this session
     */
    StructureComparison of(PgSession session, boolean isRun, MigrationStatement statement, StatementTracer tracer) {
        if (!isRun || !touchesRelationsAlone(statement)) {
            return whole(new StructureReader().readWithin(session, cancel));
        }
        PostgresParser.Parsing parsing = parser.parse(statement.text());
        Map<Long, Relation> touched = TouchesRelations.named(parsing)
                .map(names -> tracer.touched(names, cancel))
                .orElseGet(tracer::touched);
        if (TouchesRelations.columns(parsing) && structure.isInRoutines(touched.values())) {
            return whole(new StructureReader().readWithin(session, cancel));
        }
        followed.add(statement);
        return structure.read(touched.values(), relations.readWithin(session, touched.keySet(), cancel));
    }

    /** Those of the first statements that run together; fewer than two where they do not. */
    List<GroupedStatement> group(List<MigrationStatement> statements, Workbench bench, StatementTracer tracer) {
        return structure.hasEventTriggers() || !tracer.isPrepared()
                ? List.of()
                : groups.first(statements, one -> bench.isRunAlone(one.file().name(), one.line(), one.text()));
    }

    /**
     * Of statements that ran together, each of which {@link StatementGroups} lets do so; empty, with nothing followed, where what each changed is in doubt.
     */
    Optional<List<StructureComparison>> of(
            PgSession session, List<GroupedStatement> statements, StatementTracer tracer, TracedGroup group) {
        Optional<List<GroupShare>> shares = shares(statements, tracer, group);
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> touched = new HashSet<>();
        shares.get().forEach(share -> touched.addAll(share.touched().keySet()));
        return followed(statements, structure.read(shares.get(), relations.readWithin(session, touched, cancel)));
    }

    /**
     * The same of the last ones that run, behind which everything is read anyway; false, with nothing kept, where what each changed is in doubt already.
     *
     * @see #tell
     */
    boolean keep(List<GroupedStatement> statements, StatementTracer tracer, TracedGroup group) {
        Optional<List<GroupShare>> shares = shares(statements, tracer, group);
        boolean clear = shares.isPresent() && GroupChanges.hasOneOwnerEach(shares.get());
        kept = clear ? Optional.of(new Kept(statements, shares.orElseThrow())) : Optional.empty();
        return clear;
    }

    /**
     * What those changed that were kept, by what is there behind all; empty where that is in doubt.
     */
    Optional<IdentityHashMap<MigrationStatement, StructureComparison>> tell(StructureSnapshot after) {
        IdentityHashMap<MigrationStatement, StructureComparison> told = new IdentityHashMap<>();
        if (kept.isEmpty()) {
            return Optional.of(told);
        }
        List<GroupedStatement> statements = kept.get().statements();
        return followed(statements, structure.read(kept.get().shares(), after)).map(changes -> {
            for (int at = 0; at < statements.size(); at++) {
                told.put(statements.get(at).statement(), changes.get(at));
            }
            return told;
        });
    }

    private Optional<List<StructureComparison>> followed(
            List<GroupedStatement> statements, Optional<List<StructureComparison>> changes) {
        if (changes.isPresent()) {
            statements.forEach(one -> followed.add(one.statement()));
        }
        return changes;
    }

    private Optional<List<GroupShare>> shares(
            List<GroupedStatement> statements, StatementTracer tracer, TracedGroup group) {
        Map<Long, HeldLocksReader.Around> around = tracer.around(group, cancel);
        List<GroupShare> shares = new ArrayList<>();
        for (int at = 0; at < statements.size(); at++) {
            Map<Long, Relation> touched = group.touched(at, around);
            boolean makesIndexes = statements.get(at).makesIndexes();
            if (statements.get(at).givesColumns() && structure.isInRoutines(touched.values())
                    || makesIndexes
                            && group.steps().get(at).roots().stream().anyMatch(root -> isParent(root, around))) {
                return Optional.empty();
            }
            shares.add(new GroupShare(
                    touched,
                    makesIndexes,
                    Set.copyOf(group.steps().get(at).made().values())));
        }
        return Optional.of(shares);
    }

    private static boolean isParent(long root, Map<Long, HeldLocksReader.Around> around) {
        HeldLocksReader.Around of = around.get(root);
        return of != null && of.heirs().size() > 1;
    }

    /** What differs from the state before, by a whole reading. */
    StructureComparison whole(StructureSnapshot now) {
        relations.forget();
        return structure.read(now);
    }

    /** Whether the state that was followed is the one that a whole reading found in the end. */
    boolean addUpTo(StructureSnapshot after) {
        return followed.isEmpty() || whole(after).isEmpty();
    }

    /** With what was told of some statements behind all. */
    static List<MigrationTrace.File> with(
            IdentityHashMap<MigrationStatement, StructureComparison> told, List<MigrationTrace.File> files) {
        return each(
                files,
                one -> told.containsKey(one.statement())
                        ? with(one, Optional.ofNullable(told.get(one.statement())))
                        : one);
    }

    /** Without what was told of single relations. */
    List<MigrationTrace.File> withoutFollowed(List<MigrationTrace.File> files) {
        return each(files, one -> followed.contains(one.statement()) ? with(one, Optional.empty()) : one);
    }

    private static List<MigrationTrace.File> each(
            List<MigrationTrace.File> files, UnaryOperator<TracedStatement> change) {
        return files.stream()
                .map(file -> new MigrationTrace.File(
                        file.text(),
                        file.mode(),
                        file.statements().stream().map(change).toList()))
                .toList();
    }

    private static TracedStatement with(TracedStatement one, Optional<StructureComparison> changes) {
        return new TracedStatement(one.statement(), one.state(), one.said(), one.effect(), changes, one.took());
    }
}
