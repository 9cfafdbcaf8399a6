package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.model.LockStrategy;
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
 * @param statement how long a statement may run; empty for a minute, and a day for what reads or writes a whole table
 * @param locks how often a lock is tried for, and when a statement gives way to those who wait behind it
 * @param baseline the version that a database without records is said to have; empty for none
 * @param from the statement that resuming begins with, by the word of a person; 0 for behind what is recorded
 * @param source where the directory was taken from, such as an image with its digest; empty for one of this machine
 * @param form of the directory; empty for the one that it seems to have
 * @param undo what is to be undone; empty for what is to be run
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
        LockStrategy locks,
        Optional<String> baseline,
        int from,
        String source,
        Optional<DirectoryForm> form,
        Optional<Undo> undo) {
    /** Of a directory that lies on this machine, with the usual way to get locks. */
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
        this(
                directory,
                mode,
                order,
                revisionsSchema,
                searchPath,
                allowDirty,
                resume,
                lock,
                statement,
                live,
                LockStrategy.HELD,
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                Optional.empty());
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
                directory,
                mode,
                order,
                revisionsSchema,
                searchPath,
                allowDirty,
                resume,
                lock,
                statement,
                live,
                locks,
                baseline,
                from,
                place,
                form,
                undo);
    }

    /** The directory in words. */
    public String shown() {
        return source.isEmpty() ? directory.toString() : source;
    }

    /** The same, going on with what an earlier run stopped in. */
    public MigrationChoice resuming() {
        return with(true, lock, live, locks, baseline, from);
    }

    /** The same, waiting so long for each lock. */
    public MigrationChoice waiting(LockTimeout time) {
        return with(resume, time, live, locks, baseline, from);
    }

    /** The same, bracketed and ordered in another way. */
    public MigrationChoice running(
            TransactionMode other, ExecutionOrder sequence, Name names, boolean evenWithoutRecord) {
        return new MigrationChoice(
                directory,
                other,
                sequence,
                revisionsSchema,
                names,
                evenWithoutRecord,
                resume,
                lock,
                statement,
                live,
                locks,
                baseline,
                from,
                source,
                form,
                undo);
    }

    /** The same with other limits. */
    public MigrationChoice judging(LiveLimits limits) {
        return with(resume, lock, limits, locks, baseline, from);
    }

    /** The same, trying so for locks. */
    public MigrationChoice trying(LockStrategy strategy) {
        return with(resume, lock, live, strategy, baseline, from);
    }

    /** The same, beginning behind this version. */
    public MigrationChoice behind(String version) {
        return with(resume, lock, live, locks, Optional.of(version), from);
    }

    /** The same, going on with this statement of what an earlier run stopped in: those before it ran. */
    public MigrationChoice resumingFrom(int statement) {
        return with(true, lock, live, locks, baseline, statement);
    }

    /** The same, undoing this; or running again what is pending. */
    public MigrationChoice undoing(Optional<Undo> what) {
        return of(form, what);
    }

    /** The same, of a directory that has this form. */
    public MigrationChoice formed(Optional<DirectoryForm> said) {
        return of(said, undo);
    }

    private MigrationChoice of(Optional<DirectoryForm> said, Optional<Undo> what) {
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
                live,
                locks,
                baseline,
                from,
                source,
                said,
                what);
    }

    private MigrationChoice with(
            boolean resuming,
            LockTimeout wait,
            LiveLimits limits,
            LockStrategy strategy,
            Optional<String> version,
            int first) {
        return new MigrationChoice(
                directory,
                mode,
                order,
                revisionsSchema,
                searchPath,
                allowDirty,
                resuming,
                wait,
                statement,
                limits,
                strategy,
                version,
                first,
                source,
                form,
                undo);
    }
}
