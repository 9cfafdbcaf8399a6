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

    /** @param relations for the session in which the statements run */
    StatementChanges(StructureSnapshot before, RelationsReader relations, PostgresParser parser, CancelToken cancel) {
        this.structure = new FollowedStructure(before);
        this.relations = relations;
        this.parser = parser;
        this.groups = new StatementGroups(parser);
        this.cancel = cancel;
    }

    StructureSnapshot now() {
        return structure.now();
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
        Map<Long, HeldLocksReader.Around> around = tracer.around(group, cancel);
        List<GroupShare> shares = new ArrayList<>();
        Set<Long> touched = new HashSet<>();
        for (int at = 0; at < statements.size(); at++) {
            Map<Long, Relation> ofOne = group.touched(at, around);
            if (statements.get(at).givesColumns() && structure.isInRoutines(ofOne.values())) {
                return Optional.empty();
            }
            touched.addAll(ofOne.keySet());
            boolean makesIndexes = statements.get(at).makesIndexes();
            if (makesIndexes && group.steps().get(at).roots().stream().anyMatch(root -> isParent(root, around))) {
                return Optional.empty();
            }
            shares.add(new GroupShare(
                    List.copyOf(ofOne.values()),
                    makesIndexes,
                    Set.copyOf(group.steps().get(at).made().values())));
        }
        Optional<List<StructureComparison>> changes =
                structure.read(shares, relations.readWithin(session, touched, cancel));
        if (changes.isPresent()) {
            statements.forEach(one -> followed.add(one.statement()));
        }
        return changes;
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

    /** Without what was told of single relations. */
    List<MigrationTrace.File> withoutFollowed(List<MigrationTrace.File> files) {
        return files.stream()
                .map(file -> new MigrationTrace.File(
                        file.text(),
                        file.mode(),
                        file.statements().stream().map(this::withoutFollowed).toList()))
                .toList();
    }

    private TracedStatement withoutFollowed(TracedStatement one) {
        return followed.contains(one.statement())
                ? new TracedStatement(
                        one.statement(), one.state(), one.said(), one.effect(), Optional.empty(), one.took())
                : one;
    }
}
