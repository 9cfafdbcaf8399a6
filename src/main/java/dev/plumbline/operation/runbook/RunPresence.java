package dev.plumbline.operation.runbook;

import dev.plumbline.execute.RunbookLock;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps two people from changing a database by the same runbook at the same time, whatever machines they sit at. Used by one thread at a time. */
public final class RunPresence implements AutoCloseable {
    private static final int MOST = 4;

    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final String runbook;
    private final Map<RunbookDatabase.Where, RunbookLock> held = new LinkedHashMap<>();

    RunPresence(RunbookDatabase databases, ServerPools pools, String runbook) {
        this.databases = databases;
        this.pools = pools;
        this.runbook = runbook;
    }

    /**
     * To be asked before each change.
     *
     * @return why it cannot be told whether somebody else is there; empty when nobody is
     * @throws ProblemException RUN-ELSEWHERE, which names the session that holds it
     */
    public Optional<String> require(RunbookDatabase.Where where, CancelToken cancel) {
        RunbookLock mine = held.get(where);
        if (mine != null) {
            if (mine.isHeld(cancel)) {
                return Optional.empty();
            }
            held.remove(where);
            mine.close();
        }
        ConnectionTarget target;
        WritingSession session;
        try {
            target = databases.target(where, cancel);
            session = pools.open(target, cancel);
        } catch (ProblemException unreachable) {
            return Optional.of(unreachable.problem().answer());
        }
        return take(where, target, session, cancel);
    }

    private Optional<String> take(
            RunbookDatabase.Where where, ConnectionTarget target, WritingSession session, CancelToken cancel) {
        boolean isKept = false;
        try {
            if (session.session().version().isCockroach()) {
                return Optional.of("CockroachDB has no advisory locks.");
            }
            if (session.session().settingsPerTransaction()) {
                return Optional.of("The connection goes through a pooler that hands sessions on.");
            }
            RunbookLock lock = new RunbookLock(session, runbook);
            Optional<String> holder = lock.take(cancel);
            if (holder.isPresent()) {
                throw new ProblemException(elsewhere(target, holder.get()));
            }
            held.put(where, lock);
            letGoOfTheOldest();
            isKept = true;
            return Optional.empty();
        } finally {
            if (!isKept) {
                session.close();
            }
        }
    }

    /** Each takes a connection; a step over a whole namespace has many databases behind it. */
    private void letGoOfTheOldest() {
        if (held.size() > MOST) {
            RunbookDatabase.Where oldest = held.keySet().iterator().next();
            RunbookLock gone = held.remove(oldest);
            if (gone != null) {
                gone.close();
            }
        }
    }

    private Problem elsewhere(ConnectionTarget target, String holder) {
        return new Problem(
                Problem.Kind.LOCKED,
                "RUN-ELSEWHERE",
                "Changing something by runbook " + runbook + " in",
                target.shown(),
                "another run of it has begun to change that database and is still open: "
                        + (holder.isEmpty() ? "it was closed just now" : holder) + ".",
                "Talk to that person, or close that run; then look at this step again, since the other may have done it.");
    }

    @Override
    public void close() {
        held.values().forEach(RunbookLock::close);
        held.clear();
    }
}
