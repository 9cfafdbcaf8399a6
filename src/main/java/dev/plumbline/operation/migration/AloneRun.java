package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
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
    private final WritingSession session;
    private final StatementChanges changes;
    private final Name searchPath;
    private final CancelToken cancel;
    /** Of the last transaction, when it knows of everything that is there. */
    private @Nullable StatementTracer last;

    AloneRun(StatementRun run, WritingSession session, StatementChanges changes, Name searchPath, CancelToken cancel) {
        this.run = run;
        this.session = session;
        this.changes = changes;
        this.searchPath = searchPath;
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
        session.begin(cancel);
        try {
            run.execute(Sql.of("SET LOCAL search_path = %I", searchPath));
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
        run.execute(Sql.of("SET search_path = %I", searchPath));
        return run.outside(statement);
    }

    private StatementTracer tracer() {
        StatementTracer following = last;
        if (following == null) {
            return new StatementTracer(session.session(), cancel);
        }
        following.begin(cancel);
        return following;
    }
}
