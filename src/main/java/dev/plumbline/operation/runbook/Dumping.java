package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.structure.DumpableTables.Relation;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import dev.plumbline.operation.runbook.DumpTables.Dumped;
import dev.plumbline.operation.runbook.DumpTables.Wanted;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Pem;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One dump: the file has its name only once it was read back and its rows were found to be those of the database. */
final class Dumping {
    private static final String LOCK_WAIT = "30000";
    private static final int SYSTEM_ROOTS_SINCE = 16;
    private final ServerPools pools;
    private final PgPrograms programs;
    private final ConnectionTarget target;
    private final CancelToken cancel;
    private final Progress progress;

    Dumping(ServerPools pools, PgPrograms programs, ConnectionTarget target, CancelToken cancel, Progress progress) {
        this.pools = pools;
        this.programs = programs;
        this.target = target;
        this.cancel = cancel;
        this.progress = progress;
    }

    Dumped dump(Wanted wanted) throws IOException {
        DumpChoice choice = new DumpChoice(target, wanted);
        choice.requireOne();
        if (Files.exists(wanted.to())) {
            throw new FileAlreadyExistsException(wanted.to().toString());
        }
        Path part = Files.createTempFile(wanted.to().toAbsolutePath().getParent(), ".plumbline-", ".part");
        try (SnapshotCounts counts = new SnapshotCounts(pools, target, cancel);
                LibpqRun run = new LibpqRun(programs.environment(), target)) {
            PgPrograms.Pair pair = pair(programs, target, counts.version());
            counts.begin();
            List<Relation> chosen = choice.of(counts.relations());
            String snapshot = counts.export();
            progress.report("dumping " + target.database().shown(), 0, 3);
            run.run(
                    command(pair, wanted, chosen, snapshot, part),
                    target.shown(),
                    "No file was left.",
                    cancel,
                    InputStream::readAllBytes);
            progress.report("reading the file back", 1, 3);
            DumpFile file = new DumpFile(run, pair, part, cancel);
            List<String> entries = file.entries();
            Map<DumpName, Long> dumped = wanted.schemaOnly() ? Map.of() : file.rows(List.of());
            if (!wanted.schemaOnly()) {
                compare(dumped, counts.count(DumpChoice.withRows(chosen), progress));
            }
            String sha256 = DumpFile.sha256(part);
            long bytes = Files.size(part);
            move(part, wanted.to());
            return new Dumped(wanted.to(), bytes, sha256, pair.version(), entries, DumpFile.shown(dumped));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Never over a file that came meanwhile. */
    private static void move(Path part, Path to) throws IOException {
        Files.createFile(to);
        try {
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notMoved) {
            Files.deleteIfExists(to);
            throw notMoved;
        }
    }

    static PgPrograms.Pair pair(PgPrograms programs, ConnectionTarget target, ServerVersion version) {
        if (version.isCockroach()) {
            throw DumpTables.problem(
                    Problem.Kind.INVALID,
                    "DUMP-ENGINE",
                    target.shown(),
                    "it is CockroachDB, which pg_dump cannot dump.",
                    "Use BACKUP.");
        }
        PgPrograms.Pair pair = programs.find(version.major())
                .orElseThrow(() -> DumpTables.problem(
                        Problem.Kind.NOT_INSTALLED,
                        "DUMP-PROGRAMS",
                        target.shown(),
                        programs.missing(version.major()).orElse(""),
                        PgPrograms.toInstall(version.major())));
        requireKnownRoots(pair, target);
        return pair;
    }

    /** An older libpq would take the word for the name of a file, and with some sslmodes check nothing. */
    private static void requireKnownRoots(PgPrograms.Pair pair, ConnectionTarget target) {
        if (target.tls().authorities() instanceof Pem.TrustedBySystem && pair.major() < SYSTEM_ROOTS_SINCE) {
            throw DumpTables.problem(
                    Problem.Kind.TLS,
                    "DUMP-TLS",
                    target.shown(),
                    pair.version() + " cannot check a certificate against the system's roots.",
                    "Name a file with sslrootcert, or install the programs of version " + SYSTEM_ROOTS_SINCE + ".");
        }
    }

    private static List<String> command(
            PgPrograms.Pair pair, Wanted wanted, List<Relation> chosen, String snapshot, Path part) {
        List<String> command = new ArrayList<>(List.of(
                pair.dump().toString(),
                "--format=custom",
                "--no-password",
                "--strict-names",
                "--lock-wait-timeout=" + LOCK_WAIT,
                "--snapshot=" + snapshot,
                "--file=" + part));
        if (wanted.dataOnly()) {
            command.add("--data-only");
        }
        if (wanted.schemaOnly()) {
            command.add("--schema-only");
        }
        if (!wanted.tables().isEmpty()) {
            chosen.forEach(
                    each -> command.add("--table=" + DumpChoice.name(each).pattern()));
        }
        wanted.schemas().forEach(schema -> command.add("--schema=" + Sql.quoted(DumpName.schema(schema))));
        return command;
    }

    /** A table of an extension is dumped as its extension says, so only those of the database itself are held to be equal. */
    private void compare(Map<DumpName, Long> dumped, Map<DumpName, Long> counted) throws ProblemException {
        List<String> wrong = new ArrayList<>();
        counted.forEach((table, rows) -> {
            Long there = dumped.get(table);
            if (there == null || there.longValue() != rows) {
                wrong.add(table.shown() + " (" + rows + " rows, " + (there == null ? "none" : there) + " in the file)");
            }
        });
        if (!wrong.isEmpty()) {
            Collections.sort(wrong);
            throw DumpTables.problem(
                    Problem.Kind.SERVER,
                    "DUMP-COUNT",
                    target.shown(),
                    "the file does not hold the rows of " + String.join(", ", wrong) + ".",
                    "The file was not kept.");
        }
    }
}
