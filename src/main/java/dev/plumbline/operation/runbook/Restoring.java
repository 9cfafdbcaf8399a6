package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.operation.runbook.DumpTables.Restored;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One restore, in one transaction: all of it is there afterwards, or nothing. */
final class Restoring {
    private static final String NEXT =
            "It was one transaction: all of it is there, or nothing. Count the rows to see which.";
    private final ServerPools pools;
    private final PgPrograms programs;
    private final ConnectionTarget target;
    private final CancelToken cancel;
    private final Progress progress;

    Restoring(ServerPools pools, PgPrograms programs, ConnectionTarget target, CancelToken cancel, Progress progress) {
        this.pools = pools;
        this.programs = programs;
        this.target = target;
        this.cancel = cancel;
        this.progress = progress;
    }

    Restored restore(Path from, List<String> tables, boolean dataOnly) throws IOException {
        if (!tables.isEmpty() && !dataOnly) {
            throw DumpTables.problem(
                    Problem.Kind.INVALID,
                    "DUMP-CHOICE",
                    from.toString(),
                    "only the rows of chosen tables can be restored, not what else belongs to them.",
                    "Say data only, or name no tables.");
        }
        PgPrograms.Pair pair = new DumpReading(pools, programs, target, cancel).pair();
        try (LibpqRun run = new LibpqRun(programs.environment())) {
            DumpFile file = new DumpFile(run, pair, from, cancel);
            progress.report("reading the file", 0, 4);
            List<String> chosen = chosen(run, file.entries(), tables);
            Map<DumpName, Long> dumped = file.rows(chosen);
            progress.report("counting rows before", 1, 4);
            Map<DumpName, Long> before = SnapshotCounts.ofThoseThere(pools, target, dumped.keySet(), cancel);
            progress.report("restoring into " + target.database().shown(), 2, 4);
            run(command(pair, from, chosen, dataOnly));
            progress.report("counting rows after", 3, 4);
            Map<DumpName, Long> after = SnapshotCounts.ofThoseThere(pools, target, dumped.keySet(), cancel);
            return new Restored(
                    from,
                    DumpFile.shown(dumped),
                    DumpFile.shown(before),
                    DumpFile.shown(after),
                    differing(dumped, before, after));
        }
    }

    DumpTables.Look look(Path from, List<String> tables) throws IOException {
        PgPrograms.Pair pair = new DumpReading(pools, programs, target, cancel).pair();
        try (LibpqRun run = new LibpqRun(programs.environment())) {
            DumpFile file = new DumpFile(run, pair, from, cancel);
            progress.report("reading the file", 0, 2);
            Map<DumpName, Long> dumped = file.rows(chosen(run, file.entries(), tables));
            progress.report("counting rows", 1, 2);
            return new DumpTables.Look(
                    DumpFile.shown(dumped),
                    DumpFile.shown(SnapshotCounts.ofThoseThere(pools, target, dumped.keySet(), cancel)));
        }
    }

    /** With a password of its own: a token may have run out while the file was read. */
    private void run(List<String> command) throws IOException {
        try (LibpqRun fresh = new LibpqRun(programs.environment(), target)) {
            fresh.run(command, target.shown(), NEXT, cancel, InputStream::readAllBytes);
        }
    }

    private static List<String> chosen(LibpqRun run, List<String> entries, List<String> tables) throws IOException {
        if (tables.isEmpty()) {
            return List.of();
        }
        List<String> lines =
                DumpFile.rowsOf(tables.stream().map(DumpName::parse).toList(), entries);
        return List.of("--use-list=" + run.write("entries", String.join("\n", lines) + "\n"));
    }

    private List<String> command(PgPrograms.Pair pair, Path from, List<String> chosen, boolean dataOnly) {
        String database = target.database().text().replace("\\", "\\\\").replace("'", "\\'");
        List<String> command = new ArrayList<>(List.of(
                pair.restore().toString(),
                "--no-password",
                "--single-transaction",
                "--exit-on-error",
                "--dbname=dbname='" + database + "'"));
        if (dataOnly) {
            command.add("--data-only");
        }
        command.addAll(chosen);
        command.add(from.toString());
        return command;
    }

    private static List<String> differing(
            Map<DumpName, Long> dumped, Map<DumpName, Long> before, Map<DumpName, Long> after) {
        return dumped.entrySet().stream()
                .filter(each -> !after.containsKey(each.getKey())
                        || after.getOrDefault(each.getKey(), 0L)
                                != before.getOrDefault(each.getKey(), 0L) + each.getValue())
                .map(each -> each.getKey().shown())
                .toList();
    }
}
