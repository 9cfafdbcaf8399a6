package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.DumpFolder;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.SqlFile;
import dev.plumbline.operation.structure.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs migrations on a scratch server that was given the structure of a database, and tells of each statement what it locks, rewrites, scans and changes. The database itself is not touched. */
public final class TraceMigrations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MaterializeSql sql;
    private final PostgresParser parser;
    private final Duration patience;
    private final boolean together;

    public TraceMigrations(MaterializeSql sql, PostgresParser parser) {
        this(sql, parser, PATIENCE, true);
    }

    /**
     * @param patience so long may all the readings take that tell what each statement changed
     * @param together whether statements may run together, which tells the same sooner
     */
    TraceMigrations(MaterializeSql sql, PostgresParser parser, Duration patience, boolean together) {
        this.sql = sql;
        this.parser = parser;
        this.patience = patience;
        this.together = together;
    }

    /**
     * @param from the structure that the migrations begin with
     * @param mode for files that ask for none
     * @param searchPath where names without a schema are looked for, and things made
     * @throws dev.plumbline.model.ProblemException when the structure cannot be built; a statement that fails is in the answer
     */
    public MigrationTrace trace(
            StructureSnapshot from,
            List<FileText> files,
            TransactionMode mode,
            Name searchPath,
            CancelToken cancel,
            Progress progress) {
        DumpFolder dump = DumpFolder.of(from, true);
        List<SqlFile> base = dump.files().entrySet().stream()
                .map(file -> new SqlFile(file.getKey(), file.getValue()))
                .toList();
        // What ran together may leave a doubt; one by one nothing does.
        return trace(base, dump, from, files, mode, searchPath, together, cancel, progress)
                .or(() -> trace(base, dump, from, files, mode, searchPath, false, cancel, progress))
                .orElseThrow();
    }

    private Optional<MigrationTrace> trace(
            List<SqlFile> base,
            DumpFolder dump,
            StructureSnapshot from,
            List<FileText> files,
            TransactionMode mode,
            Name searchPath,
            boolean inGroups,
            CancelToken cancel,
            Progress progress) {
        progress.report("building the structure on the scratch server", 0, files.size());
        return sql.work(
                base,
                from.version().major(),
                cancel,
                bench -> new TraceRun(bench, parser, searchPath, patience, inGroups, cancel)
                        .run(from, files, mode, notes(dump, bench), progress));
    }

    private static List<String> notes(DumpFolder dump, Workbench bench) {
        List<String> notes = new ArrayList<>(bench.notes());
        dump.left()
                .forEach(left -> notes.add("Not built on the scratch server: " + left.what()
                        + (left.name() == null ? "" : " " + left.name().shown()) + " (" + left.reason() + ")."));
        return notes;
    }
}
