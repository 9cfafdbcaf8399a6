package dev.plumbline.ui.history;

import dev.plumbline.job.JobRunner;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.HistoryRun.HistoryEntry;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A journal of a few runs, one of which never ended. */
final class SampleHistory {
    private static final Instant BEGUN = Instant.parse("2026-11-20T09:41:12Z");
    private static final String TARGET = "kind-prod/team-billing/billing · database billing on PostgreSQL 17.11 as dba";
    List<HistoryRun> runs = List.of(
            run("20261120T094112Z-7c1f", BEGUN, "VERIFIED", true, TARGET),
            run("20261119T220301Z-02aa", BEGUN.minusSeconds(42_000), "FAILED", true, TARGET),
            run("20261118T031500Z-91c0", BEGUN.minusSeconds(196_000), "", false, TARGET),
            run(
                    "20261117T101010Z-5e5e",
                    BEGUN.minusSeconds(260_000),
                    "REFUSED",
                    true,
                    "direct/localhost · database a\"b\nc"));
    ChainState chain = new ChainState(58, "");
    final List<String> opened = new ArrayList<>();

    HistoryViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    HistoryViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        return new HistoryViewModel(
                (cancel, progress) -> runs,
                id -> (cancel, progress) -> withEntries(id),
                (cancel, progress) -> chain,
                activity);
    }

    private HistoryRun withEntries(String id) {
        opened.add(id);
        HistoryRun run =
                runs.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        List<HistoryEntry> entries = new ArrayList<>();
        List<String> kinds =
                List.of("run-begun", "statement-planned", "lock-taken", "state-confirmed", "statement-begun");
        for (String kind : kinds) {
            entries.add(new HistoryEntry(
                    entries.size() + 1L,
                    run.begunAt().plusMillis(12L * entries.size()),
                    kind,
                    "sql=GRANT \"db_billing_owner\" TO \"db_billing_app\" · step=grant-membership",
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0" + entries.size()));
        }
        return new HistoryRun(
                run.id(),
                run.begunAt(),
                run.by(),
                run.target(),
                run.planDigest(),
                run.outcome(),
                run.statements(),
                run.finished(),
                run.next(),
                entries);
    }

    private static HistoryRun run(String id, Instant at, String outcome, boolean finished, String target) {
        String next = finished
                ? ""
                : "It ended around COMMIT: check the database again, the catalog tells whether it took effect.";
        return new HistoryRun(id, at, "ada@desk", target, "7c1f09ab55d0", outcome, 21, finished, next, List.of());
    }
}
