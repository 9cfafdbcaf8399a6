package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.StatementTimeout;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person chose for a run of migrations.
 *
 * @param mode for files that ask for none
 * @param revisionsSchema of the table of what was run; empty for wherever it is, else Atlas' own schema
 * @param searchPath where names without a schema are looked for, and things made
 * @param allowDirty whether a database that has tables and no revisions may be migrated
 * @param resume whether a file that an earlier run stopped in is gone on with
 * @param source where the directory was taken from, such as an image with its digest; empty for one of this machine
 * @param statement how long a statement may run; empty for a minute, and a day for what reads or writes a whole table
 */
public record MigrationChoice(
        Path directory,
        TransactionMode mode,
        ExecutionOrder order,
        Optional<Name> revisionsSchema,
        Name searchPath,
        boolean allowDirty,
        boolean resume,
        LockTimeout lock,
        Optional<StatementTimeout> statement,
        LiveLimits live,
        String source) {
    /** Of a directory that lies on this machine. */
    public MigrationChoice(
            Path directory,
            TransactionMode mode,
            ExecutionOrder order,
            Optional<Name> revisionsSchema,
            Name searchPath,
            boolean allowDirty,
            boolean resume,
            LockTimeout lock,
            Optional<StatementTimeout> statement,
            LiveLimits live) {
        this(directory, mode, order, revisionsSchema, searchPath, allowDirty, resume, lock, statement, live, "");
    }

    public static MigrationChoice of(Path directory) {
        return new MigrationChoice(
                directory,
                TransactionMode.FILE,
                ExecutionOrder.LINEAR,
                Optional.empty(),
                Name.of("public"),
                false,
                false,
                LockTimeout.DEFAULT,
                Optional.empty(),
                LiveLimits.USUAL);
    }

    /** The same, of a directory that was taken from there. */
    public MigrationChoice from(String place) {
        return new MigrationChoice(
                directory, mode, order, revisionsSchema, searchPath, allowDirty, resume, lock, statement, live, place);
    }

    /** The directory in words. */
    public String shown() {
        return source.isEmpty() ? directory.toString() : source;
    }

    /** The same, going on with what an earlier run stopped in. */
    public MigrationChoice resuming() {
        return new MigrationChoice(
                directory, mode, order, revisionsSchema, searchPath, allowDirty, true, lock, statement, live, source);
    }

    /** The same, waiting so long for each lock. */
    public MigrationChoice waiting(LockTimeout time) {
        return new MigrationChoice(
                directory, mode, order, revisionsSchema, searchPath, allowDirty, resume, time, statement, live, source);
    }

    /** The same with other limits. */
    public MigrationChoice judging(LiveLimits limits) {
        return new MigrationChoice(
                directory,
                mode,
                order,
                revisionsSchema,
                searchPath,
                allowDirty,
                resume,
                lock,
                statement,
                limits,
                source);
    }
}
