package dev.plumbline.operation.runbook;

import dev.plumbline.execute.Recovery;
import dev.plumbline.execute.RunRecovery;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.store.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of statements that a console sent and did not see the end of: from what the journal holds, and what the server says of their transaction. */
public final class SqlFates {
    private static final int MOST_RUNS = 10_000;
    private static final Fate NOTHING =
            new Fate(Fate.Stands.NOTHING, "The journal has no run of it: nothing was sent.");
    private static final Fate OTHERS =
            new Fate(Fate.Stands.UNKNOWN, "The journal's newest " + MOST_RUNS + " runs are others.");
    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final Supplier<Journal> journal;

    SqlFates(RunbookDatabase databases, ServerPools pools, Supplier<Journal> journal) {
        this.databases = databases;
        this.pools = pools;
        this.journal = journal;
    }

    /** What became of a run that a console did not see the end of. */
    public record Fate(Stands stands, String sentence) {
        /** How much of it stands. */
        public enum Stands {
            NOTHING,
            ALL,
            /** A part, or nobody can tell. */
            UNKNOWN,
            /** Its session is still at work in the server. */
            RUNNING
        }
    }

    /** The newest run of the journal: what is sent from now on comes after it. Empty where there is none. */
    public Optional<String> newest() {
        return journal.get().list(1).stream().map(RunSummary::runId).findFirst();
    }

    /**
     * What became of the last run of a plan (PostgreSQL 18 manual, 9.28.8). A run is in the journal before anything is sent. The same plan may have been run before, and that says nothing of this one: only
     * what the journal holds behind {@code after} counts.
     *
     * @param after the newest run of the journal before anything was sent, empty where there was none
     * @throws ProblemException where the server cannot be asked
     */
    public Fate of(RunbookDatabase.Where where, String planDigest, Optional<String> after, CancelToken cancel) {
        List<RunSummary> since = new ArrayList<>();
        boolean isReached = after.isEmpty();
        List<RunSummary> all = journal.get().list(MOST_RUNS);
        for (RunSummary each : all) {
            if (after.filter(each.runId()::equals).isPresent()) {
                isReached = true;
                break;
            }
            since.add(each);
        }
        if (!isReached && all.size() < MOST_RUNS) {
            return new Fate(
                    Fate.Stands.UNKNOWN,
                    "The journal is not the one that it was written into: the run before it is not there.");
        }
        Optional<RunSummary> run = since.stream()
                .filter(each -> each.planDigest().equals(planDigest))
                .findFirst();
        return run.map(found -> explained(where, found, cancel)).orElse(since.size() < MOST_RUNS ? NOTHING : OTHERS);
    }

    private Fate explained(RunbookDatabase.Where where, RunSummary run, CancelToken cancel) {
        Journal book = journal.get();
        RunRecord record = book.show(run.runId());
        RunRecovery recovery = new RunRecovery(pools, databases.target(where, cancel), book);
        Recovery found = recovery.explain(record, Optional.empty(), cancel);
        if (record.outcome().isEmpty()) {
            recovery.settle(record, found);
        }
        Fate.Stands stands = switch (found.stands()) {
            case ALL -> Fate.Stands.ALL;
            case NOTHING -> Fate.Stands.NOTHING;
            case STILL_RUNNING -> Fate.Stands.RUNNING;
            case PART, UNKNOWN -> Fate.Stands.UNKNOWN;
        };
        return new Fate(stands, found.sentence() + " Journal: " + record.runId());
    }
}
