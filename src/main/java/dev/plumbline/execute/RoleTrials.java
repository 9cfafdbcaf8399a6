package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries statements as another role in one transaction that is always rolled back, each attempt undone by a savepoint before the next. It waits for
 * locks only briefly. Not on CockroachDB, which commits before each schema change.
 */
public final class RoleTrials {
    private static final LockTimeout LOCK = new LockTimeout(1_000);
    private static final StatementTimeout LIMIT = new StatementTimeout(10_000);

    private final ServerPools pools;
    private final ConnectionTarget target;

    public RoleTrials(ServerPools pools, ConnectionTarget target) {
        this.pools = pools;
        this.target = target;
    }

    /** What was answered to one attempt: the SQLSTATE of its first refused statement, 00000 when there was none; warnings by their SQLSTATE. */
    public record Outcome(String sqlState, String message, List<String> warnings) {
        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * One outcome for each attempt, in their order.
     *
     * @throws ProblemException when the login may not SET ROLE, on CockroachDB, and when the connection is lost
     * @throws Cancelled when the token stopped it; everything was rolled back then
     */
    public List<Outcome> tryAs(Name role, List<List<Sql>> attempts, CancelToken cancel, Progress progress) {
        try (WritingSession session = pools.open(target, cancel)) {
            if (session.session().version().isCockroach()) {
                throw refused("CockroachDB commits before each schema change, so trying it out would apply it.");
            }
            session.begin(cancel);
            try {
                become(session, role, cancel);
                List<Outcome> outcomes = new ArrayList<>();
                for (List<Sql> attempt : attempts) {
                    progress.report("trying operations", outcomes.size(), attempts.size());
                    outcomes.add(tryOne(session, attempt, cancel));
                }
                return outcomes;
            } finally {
                session.rollback();
            }
        }
    }

    private void become(WritingSession session, Name role, CancelToken cancel) {
        try {
            session.execute(Sql.of("SET LOCAL ROLE %I", role), LOCK, LIMIT, cancel);
        } catch (ProblemException failure) {
            if (!PgFailure.sqlState(failure).equals("42501")) {
                throw failure;
            }
            throw refused("the login may not SET ROLE to " + role.shown() + " (" + PgFailure.serverMessage(failure)
                    + ", SQLSTATE 42501).");
        }
    }

    private static Outcome tryOne(WritingSession session, List<Sql> statements, CancelToken cancel) {
        session.execute(Sql.of("SAVEPOINT plumbline_trial"), LOCK, LIMIT, cancel);
        List<String> warnings = new ArrayList<>();
        try {
            for (Sql statement : statements) {
                warnings.addAll(session.execute(statement, LOCK, LIMIT, cancel));
            }
            return new Outcome("00000", "", warnings);
        } catch (ProblemException failure) {
            if (PgFailure.isConnectionLost(failure)) {
                throw failure;
            }
            return new Outcome(PgFailure.sqlState(failure), PgFailure.serverMessage(failure), warnings);
        } finally {
            if (session.session().inTransaction()) {
                session.execute(
                        Sql.of("ROLLBACK TO SAVEPOINT plumbline_trial; RELEASE SAVEPOINT plumbline_trial"),
                        LOCK,
                        LIMIT,
                        new CancelToken());
            }
        }
    }

    private ProblemException refused(String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "PRE-501",
                "Trying operations on",
                target.shown(),
                why,
                "Use a scratch server and a login that may SET ROLE, such as its superuser."));
    }
}
