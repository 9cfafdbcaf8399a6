package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dumps and restores with the pg_dump and pg_restore of this machine, run without a shell, the password only in a private file. A dump is done when
 * its rows were counted in the file and are as many as in the database at the very same snapshot; a restore is one transaction. Throws a
 * {@link ProblemException} (DUMP-…) for what the programs, the server or the file system answer.
 */
public final class DumpTables {
    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final PgPrograms programs;

    /** @param environment of this program, whose PATH is searched */
    public DumpTables(RunbookDatabase databases, ServerPools pools, Map<String, String> environment) {
        this.databases = databases;
        this.pools = pools;
        this.programs = new PgPrograms(environment);
    }

    /**
     * @param tables written as in SQL, public where they name no schema; partitions come with their table. Empty for all
     * @param schemas empty for all; not together with tables
     * @param to the file, which must not be there yet
     */
    public record Wanted(List<String> tables, List<String> schemas, boolean dataOnly, boolean schemaOnly, Path to) {
        public Wanted {
            tables = List.copyOf(tables);
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * A file that was read back.
     *
     * @param version of pg_dump, in its own words
     * @param entries as pg_restore --list tells them
     * @param rows by table, equal in file and database
     */
    public record Dumped(
            Path file, long bytes, String sha256, String version, List<String> entries, Map<String, Long> rows) {}

    /**
     * What was restored.
     *
     * @param dumped rows of the file by table
     * @param before rows of the database before, for tables that were there
     * @param after rows of the database afterwards
     * @param differing tables where before and dumped together are not after: a trigger, or somebody else writing
     */
    public record Restored(
            Path file,
            Map<String, Long> dumped,
            Map<String, Long> before,
            Map<String, Long> after,
            List<String> differing) {}

    /**
     * A file that was read back later on.
     *
     * @param rows of the file by table
     * @param database rows of these tables now, of those that are there; empty where it was not asked
     */
    public record Reread(String sha256, Map<String, Long> rows, Map<String, Long> database) {}

    /** Which program would dump a database, in its own words and with its path. */
    public String program(Where where, CancelToken cancel) {
        PgPrograms.Pair pair = new DumpReading(pools, programs, databases.target(where, cancel), cancel).pair();
        return pair.version() + ", " + pair.dump();
    }

    /** @param compare whether the rows of its tables are counted in the database too */
    public Reread reread(Where where, Path file, boolean compare, CancelToken cancel) {
        try {
            return new DumpReading(pools, programs, databases.target(where, cancel), cancel).read(file, compare);
        } catch (IOException broken) {
            throw file("read back", file, broken);
        }
    }

    /** Rows that a restore would bring, and those of the same tables that are there; tables that are not are left out of {@code now}. */
    public record Look(Map<String, Long> dumped, Map<String, Long> now) {}

    public Dumped dump(Where where, Wanted wanted, CancelToken cancel, Progress progress) {
        return dump(databases.target(where, cancel), wanted, cancel, progress);
    }

    public Dumped dump(ConnectionTarget target, Wanted wanted, CancelToken cancel, Progress progress) {
        try {
            return new Dumping(pools, programs, target, cancel, progress).dump(wanted);
        } catch (IOException broken) {
            throw file("write", wanted.to(), broken);
        }
    }

    /** @param tables whose rows alone are restored, with dataOnly; empty for all that the file holds */
    public Restored restore(
            Where where, Path from, List<String> tables, boolean dataOnly, CancelToken cancel, Progress progress) {
        return restore(databases.target(where, cancel), from, tables, dataOnly, cancel, progress);
    }

    public Restored restore(
            ConnectionTarget target,
            Path from,
            List<String> tables,
            boolean dataOnly,
            CancelToken cancel,
            Progress progress) {
        try {
            return new Restoring(pools, programs, target, cancel, progress).restore(from, tables, dataOnly);
        } catch (IOException broken) {
            throw file("restore", from, broken);
        }
    }

    /** What a restore of the same would bring and what is there; changes nothing. */
    public Look look(Where where, Path from, List<String> tables, CancelToken cancel, Progress progress) {
        try {
            return new Restoring(pools, programs, databases.target(where, cancel), cancel, progress).look(from, tables);
        } catch (IOException broken) {
            throw file("read", from, broken);
        }
    }

    /** Why a server of this major version cannot be dumped from this machine; empty when it can. */
    public Optional<String> missing(int serverMajor) {
        return programs.missing(serverMajor);
    }

    private static ProblemException file(String tried, Path file, IOException broken) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.INVALID,
                        "DUMP-FILE",
                        tried,
                        file.toString(),
                        broken.getClass().getSimpleName() + ": " + broken.getMessage() + ".",
                        "Check the folder, its rights and the space that is left."),
                broken);
    }

    static ProblemException problem(Problem.Kind kind, String code, String object, String answer, String next) {
        return new ProblemException(new Problem(kind, code, "dump or restore", object, answer, next));
    }
}
