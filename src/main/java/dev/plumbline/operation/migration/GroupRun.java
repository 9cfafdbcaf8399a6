package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.catalog.lock.TakenLocks.Asked;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedGroup;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements in one message, each with a look behind it, and reads behind the last what they touched. Where one fails, or what each did cannot be told for sure, all of it is undone by
 * a savepoint, so that they can be run one by one.
 */
final class GroupRun {
    private static final String SAVEPOINT = "SAVEPOINT plumbline_group";
    private static final Sql KEEP = Sql.of("RELEASE SAVEPOINT plumbline_group");
    private static final Sql UNDO = Sql.of("ROLLBACK TO SAVEPOINT plumbline_group; RELEASE SAVEPOINT plumbline_group");

    private final Workbench bench;
    private final WritingSession session;
    private final StatementChanges changes;
    private final CancelToken cancel;

    GroupRun(Workbench bench, WritingSession session, StatementChanges changes, CancelToken cancel) {
        this.bench = bench;
        this.session = session;
        this.changes = changes;
        this.cancel = cancel;
    }

    /**
     * Within the open transaction; empty when it is as if they had not run.
     *
     * @param last whether nothing runs behind them, so that what they changed can be told by what is read behind all
     */
    Optional<List<TracedStatement>> run(List<GroupedStatement> group, boolean last, StatementTracer tracer) {
        Optional<List<TracedStatement>> traced = Optional.empty();
        try {
            traced = traced(group, last, tracer);
        } catch (ProblemException failure) {
            if (PgFailure.isConnectionLost(failure)) {
                throw failure;
            }
        }
        execute(traced.isPresent() ? KEEP : UNDO);
        if (traced.isEmpty()) {
            tracer.countAnew(cancel);
        }
        return traced;
    }

    private Optional<List<TracedStatement>> traced(List<GroupedStatement> group, boolean last, StatementTracer tracer) {
        List<Asked> asked = GroupLooks.asked(group, tracer::isInherited);
        List<Rows> answers = bench.runTogether(session, queries(group, asked));
        List<TakenLocks> looks = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            looks.add(TakenLocks.of(answers.get(at), asked.get(at)));
        }
        TracedGroup seen = tracer.group(
                group.stream().map(GroupedStatement::named).toList(), looks, answers.get(answers.size() - 1), cancel);
        if (!seen.isClear()) {
            return Optional.empty();
        }
        if (last) {
            return changes.keep(group, tracer, seen)
                    ? Optional.of(traced(group, seen, looks, Optional.empty()))
                    : Optional.empty();
        }
        Optional<List<StructureComparison>> changed = changes.of(session.session(), group, tracer, seen);
        changed.ifPresent(all -> tracer.follow(seen));
        return changed.map(all -> traced(group, seen, looks, changed));
    }

    private static List<TracedStatement> traced(
            List<GroupedStatement> group,
            TracedGroup seen,
            List<TakenLocks> looks,
            Optional<List<StructureComparison>> changed) {
        List<TracedStatement> traced = new ArrayList<>();
        for (int at = 0; at < group.size(); at++) {
            int number = at;
            traced.add(new TracedStatement(
                    group.get(at).statement(),
                    TracedStatement.State.RAN,
                    "",
                    Optional.of(seen.steps().get(at).effect()),
                    changed.map(all -> all.get(number)),
                    TakenLocks.between(looks.get(at), looks.get(at + 1))));
        }
        return traced;
    }

    private static List<Query> queries(List<GroupedStatement> group, List<Asked> asked) {
        List<Query> queries = new ArrayList<>();
        queries.add(TakenLocks.behind(SAVEPOINT, asked.get(0)));
        for (int at = 0; at < group.size(); at++) {
            queries.add(TakenLocks.behind(group.get(at).statement().text(), asked.get(at + 1)));
        }
        queries.add(HeldLocksReader.query());
        return queries;
    }

    private void execute(Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }
}
