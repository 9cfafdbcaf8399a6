package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs files of a trace one behind the other, each in the transactions that it asks for. */
final class FilesRun {
    private final Workbench bench;
    private final TraceSession opened;
    private final WritingSession session;
    private final StatementChanges changes;
    private final boolean inGroups;
    private final CancelToken cancel;
    private final StatementRun run;

    /**
     * @param large too much is there to be read behind each statement
     * @param together whether statements may run in one message
     */
    FilesRun(
            Workbench bench,
            TraceSession opened,
            StatementChanges changes,
            boolean large,
            boolean together,
            CancelToken cancel) {
        this.bench = bench;
        this.opened = opened;
        this.session = opened.open();
        this.changes = changes;
        this.inGroups = together && !large;
        this.cancel = cancel;
        this.run = new StatementRun(bench, session, changes, !large, cancel);
    }

    /** Whether a statement failed, so that no other is run. */
    boolean hasFailed() {
        return run.hasFailed();
    }

    /** @param last whether no other file is run behind it */
    List<TracedStatement> traced(FileText file, TransactionMode mode, boolean last) {
        FileText first = file.keeping(statement -> !file.isAlone(statement, mode));
        FileText behind = file.keeping(statement -> file.isAlone(statement, mode));
        List<TracedStatement> all = new ArrayList<>();
        if (!first.statements().isEmpty()) {
            all.addAll(together(first.statements(), last && behind.statements().isEmpty()));
        }
        all.addAll(new AloneRun(run, opened, changes, cancel).run(behind.statements()));
        return all;
    }

    private List<TracedStatement> together(List<MigrationStatement> statements, boolean last) {
        if (run.hasFailed()) {
            return statements.stream().map(StatementRun::notRun).toList();
        }
        opened.begin();
        try {
            List<TracedStatement> traced = together(statements, last, opened.tracer());
            if (!run.hasFailed()) {
                session.commit();
            }
            return traced;
        } finally {
            session.rollback();
        }
    }

    private List<TracedStatement> together(List<MigrationStatement> statements, boolean last, StatementTracer tracer) {
        GroupRun groups = new GroupRun(bench, session, changes, cancel);
        List<TracedStatement> traced = new ArrayList<>();
        int most = inGroups ? StatementGroups.MOST : 1;
        while (traced.size() < statements.size()) {
            List<MigrationStatement> left = statements.subList(traced.size(), statements.size());
            List<GroupedStatement> group = run.hasFailed() || most == 1
                    ? List.of()
                    : changes.group(left.subList(0, Math.min(most, left.size())), bench, tracer);
            if (group.size() < 2) {
                traced.add(run.inside(left.get(0), tracer, State.RAN));
                most = inGroups ? 2 * most : 1;
            } else {
                Optional<List<TracedStatement>> grouped =
                        groups.run(group, last && group.size() == left.size(), tracer);
                grouped.ifPresent(traced::addAll);
                // One of them has to run by itself: it is found by halves.
                most = grouped.isPresent() ? 2 * most : group.size() / 2;
            }
            most = Math.min(most, StatementGroups.MOST);
        }
        return traced;
    }
}
