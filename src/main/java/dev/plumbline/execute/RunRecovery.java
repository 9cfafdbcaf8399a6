package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.execute.Recovery.Stands;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TransactionFate;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.store.Entry;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what stands of a run whose console was killed, or whose COMMIT was never answered: from what the journal holds, from what the
 * server says of the journalled transaction (manual 9.27.8), and, where that is not enough, from the plan that would be made now.
 */
public final class RunRecovery {
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final Journal journal;

    public RunRecovery(ServerPools pools, ConnectionTarget target, Journal journal) {
        this.pools = pools;
        this.target = target;
        this.journal = journal;
    }

    /**
     * {@code planNow} is the plan of the same resource made from the state now, when there is one: a statement that it asks for again does
     * not stand. Changes nothing. Throws {@link dev.plumbline.model.ProblemException} when the server cannot be asked.
     */
    public Recovery explain(RunRecord run, Optional<Plan> planNow, CancelToken cancel) {
        try (WritingSession session = pools.open(target, cancel)) {
            Evidence evidence = new Evidence(run, planNow.map(RunRecovery::ids));
            Optional<String> elsewhere = differentServer(run, session.session(), cancel);
            if (elsewhere.isPresent()) {
                return evidence.unknown(elsewhere.get());
            }
            Optional<Long> backend = backendStillThere(run, session.session(), cancel);
            return backend.isPresent()
                    ? evidence.stillRunning("The run's session " + backend.get() + " is still at work in the server.")
                    : evidence.conclude(transaction -> fate(transaction, session, cancel));
        }
    }

    /** Writes into the journal what was found, so that the run counts as ended; not while it is still running or unknown. */
    public void settle(RunRecord run, Recovery recovery) {
        if (recovery.stands() == Stands.UNKNOWN || recovery.stands() == Stands.STILL_RUNNING) {
            return;
        }
        journal.append(
                run.runId(),
                EntryKind.RUN_ENDED,
                Map.of("outcome", "FOUND_" + recovery.stands() + "_STANDS", "problem", recovery.sentence()));
    }

    private static Set<String> ids(Plan plan) {
        return plan.steps().stream().map(Step::id).collect(Collectors.toSet());
    }

    private static TransactionFate fate(String transaction, WritingSession session, CancelToken cancel) {
        return transaction.isEmpty() ? TransactionFate.UNKNOWN : session.fateOf(transaction, cancel);
    }

    private static Optional<String> differentServer(RunRecord run, PgSession session, CancelToken cancel) {
        ServerIdentity now = new SnapshotReader()
                .read(session, new SnapshotScope(List.of(), List.of()), cancel)
                .server();
        Entry begun = run.begun();
        boolean same = begun.field("system").equals(now.systemIdentifier())
                && begun.field("databaseOid").equals(Long.toString(now.databaseOid()));
        return same
                ? Optional.empty()
                : Optional.of("The run was in database " + begun.field("database") + " of cluster "
                        + begun.field("system") + "; this is " + now.database().shown() + " of cluster "
                        + now.systemIdentifier() + ".");
    }

    private static Optional<Long> backendStillThere(RunRecord run, PgSession session, CancelToken cancel) {
        String pid = run.last(EntryKind.LOCK_TAKEN)
                .map(entry -> entry.field("backend"))
                .orElse("0");
        if (pid.equals("0")) {
            return Optional.empty();
        }
        String started = run.last(EntryKind.LOCK_TAKEN).orElseThrow().field("backendStarted");
        Sql sql = Sql.of("""
                SELECT pid FROM pg_catalog.pg_stat_activity
                WHERE pid = CAST(%L AS pg_catalog.int4) AND backend_start = CAST(%L AS pg_catalog.timestamptz)""", pid, started);
        return session.ask(List.of(Query.of("the run's session", sql)), cancel).get(0).rows().stream()
                .map(row -> row.number("pid"))
                .findFirst();
    }
}
