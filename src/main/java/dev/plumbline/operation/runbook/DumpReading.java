package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a dump back whole, long after it was made. */
final class DumpReading {
    private final ServerPools pools;
    private final PgPrograms programs;
    private final ConnectionTarget target;
    private final CancelToken cancel;

    DumpReading(ServerPools pools, PgPrograms programs, ConnectionTarget target, CancelToken cancel) {
        this.pools = pools;
        this.programs = programs;
        this.target = target;
        this.cancel = cancel;
    }

    DumpTables.Reread read(Path file, boolean compare) throws IOException {
        PgPrograms.Pair pair = pair();
        String sha256 = DumpFile.sha256(file);
        try (LibpqRun run = new LibpqRun(programs.environment())) {
            Map<DumpName, Long> rows = new DumpFile(run, pair, file, cancel).rows(List.of());
            Map<DumpName, Long> now =
                    compare ? SnapshotCounts.ofThoseThere(pools, target, rows.keySet(), cancel) : Map.of();
            return new DumpTables.Reread(sha256, DumpFile.shown(rows), DumpFile.shown(now));
        }
    }

    /** @throws dev.plumbline.model.ProblemException DUMP-… where this machine has none for the server */
    PgPrograms.Pair pair() {
        try (SnapshotCounts asked = new SnapshotCounts(pools, target, cancel)) {
            return Dumping.pair(programs, target, asked.version());
        }
    }
}
