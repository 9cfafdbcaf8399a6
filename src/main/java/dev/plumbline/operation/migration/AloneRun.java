package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements that each are a transaction of their own. */
final class AloneRun {
    /** What the server answers where a statement may not be in a transaction. */
    private static final String IN_TRANSACTION = "25001";

    private final StatementRun run;
    private final TraceSession opened;
    private final WritingSession session;
    private final StatementChanges changes;
    private final CancelToken cancel;
    /** Of the last transaction, when it knows of everything that is there. */
    private @Nullable StatementTracer last;

    AloneRun(StatementRun run, TraceSession opened, StatementChanges changes, CancelToken cancel) {
        this.run = run;
        this.opened = opened;
        this.session = opened.open();
        this.changes = changes;
        this.cancel = cancel;
    }

    List<TracedStatement> run(List<MigrationStatement> statements) {
        List<TracedStatement> traced = new ArrayList<>();
        for (MigrationStatement statement : statements) {
            traced.add(run.hasFailed() ? StatementRun.notRun(statement) : alone(statement));
        }
        return traced;
    }

    /** In a transaction of its own, where its locks can be seen; outside of any where the server demands that. */
    private TracedStatement alone(MigrationStatement statement) {
        opened.begin();
        try {
            StatementTracer tracer = tracer();
            last = null;
            TracedStatement traced = run.inside(statement, tracer, State.RAN_ALONE);
            if (traced.state() != State.FAILED) {
                session.commit();
                last = changes.touchesRelationsAlone(statement) ? tracer : null;
                return traced;
            }
            if (!traced.said().startsWith(IN_TRANSACTION)) {
                return traced;
            }
        } finally {
            session.rollback();
        }
        run.goOn();
        opened.searchPathOutside();
        return run.outside(statement);
    }

    private StatementTracer tracer() {
        StatementTracer following = last;
        if (following == null) {
            return opened.tracer();
        }
        following.begin(cancel);
        return following;
    }
}
