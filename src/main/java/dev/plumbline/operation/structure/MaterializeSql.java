package dev.plumbline.operation.structure;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What SQL makes of an empty database, found by running it in one on a scratch server, so that the server itself puts every definition into its own words. Statements may stand
 * in any order: what fails is tried again until nothing moves. Roles that are named and missing are made, without power, and told. One at a time.
 */
public final class MaterializeSql {
    /** Roles of the scratch server that no SQL names. */
    public static final Set<Name> NOBODY = Set.of(
            ScratchDatabase.BUILDER,
            ScratchDatabase.LOGIN,
            Name.of("pg_database_owner"),
            Name.of("plumbline_scratch_administrator"),
            Name.of("plumbline_scratch_bootstrap"));

    /** However much SQL there is. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ServerPools pools;
    private final ScratchServers servers;
    private final Duration limit;

    public MaterializeSql(ServerPools pools, ScratchServers servers) {
        this(pools, servers, LIMIT);
    }

    MaterializeSql(ServerPools pools, ScratchServers servers, Duration limit) {
        this.pools = pools;
        this.servers = servers;
        this.limit = limit;
    }

    /**
     * @param access who owns and may do what there; empty when it was not asked for
     * @param accessWhole false when some grants or owners of the SQL could not be made
     * @param major of the server that it ran on
     * @param notes sentences about what was left out, made besides or could not be done
     */
    public record Materialized(
            StructureSnapshot structure,
            Optional<AccessSnapshot> access,
            boolean accessWhole,
            int major,
            List<String> notes) {
        public Materialized {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The structure alone. Nothing stays on the scratch server afterwards, whatever happens.
     *
     * @param major of the server to run it on; 0 for the newest there is
     * @throws ProblemException SQL-403 for what may not be run, SQL-422 for what the server refuses, each with file, line and statement
     */
    public Materialized read(List<SqlFile> files, int major, CancelToken cancel) {
        return read(files, major, false, cancel);
    }

    /** With who owns and may do what, too. What the SQL gives to nobody is owned by {@link #NOBODY}. */
    public Materialized readWithAccess(List<SqlFile> files, int major, CancelToken cancel) {
        return read(files, major, true, cancel);
    }

    /**
     * What the SQL makes without the statements that may not be run or that the server refuses, and without what needs them.
     *
     * @throws ProblemException when nothing could be run, or one statement ended the connection
     */
    StructureSnapshot readWhatCanBeMade(List<SqlFile> files, int major, CancelToken cancel) {
        return read(SqlScript.withoutRefused(files), major, false, true, cancel).structure();
    }

    private Materialized read(List<SqlFile> files, int major, boolean access, CancelToken cancel) {
        return read(SqlScript.of(files), major, access, false, cancel);
    }

    private synchronized Materialized read(
            SqlScript script, int major, boolean access, boolean whatCanBeMade, CancelToken cancel) {
        ScratchServers.Scratch scratch = servers.of(major, cancel);
        List<String> notes = new ArrayList<>(script.notes());
        if (major != 0 && scratch.major() != major) {
            notes.add("Run on PostgreSQL " + scratch.major() + ", since there are no binaries of " + major
                    + " here: some words of definitions differ between versions.");
        }
        try (ScratchDatabase database = ScratchDatabase.create(pools, scratch.administrator(), cancel);
                Watch watch = new Watch(pools.open(scratch.administrator(), cancel), limit, cancel)) {
            watch.start();
            List<String> notDone = new ScriptRun(pools, database, whatCanBeMade, cancel).run(script.statements());
            notes.addAll(notDone);
            if (!database.roles().isEmpty()) {
                notes.add("Roles made for it on the scratch server, without power: "
                        + Told.few(database.roles().stream().map(Name::shown).toList()) + ".");
            }
            StructureSnapshot structure =
                    pools.read(database.login(), cancel, session -> new StructureReader().read(session, cancel));
            Optional<AccessSnapshot> side = access
                    ? Optional.of(pools.read(
                            database.login(),
                            cancel,
                            session -> new AccessReader().read(session, AccessScope.GRANTS, cancel)))
                    : Optional.empty();
            return new Materialized(structure, side, notDone.isEmpty(), scratch.major(), notes);
        }
    }

    /** Builds what can be made of the SQL in an empty database, and lets somebody work there before it is removed. */
    public synchronized <T> T work(List<SqlFile> files, int major, CancelToken cancel, Function<Workbench, T> work) {
        SqlScript script = SqlScript.withoutRefused(files);
        ScratchServers.Scratch scratch = servers.of(major, cancel);
        try (ScratchDatabase database = ScratchDatabase.create(pools, scratch.administrator(), cancel);
                Watch watch = new Watch(pools.open(scratch.administrator(), cancel), limit, cancel)) {
            watch.start();
            ScriptRun run = new ScriptRun(pools, database, true, cancel);
            List<String> notes = new ArrayList<>(script.notes());
            notes.addAll(run.run(script.statements()));
            return work.apply(new Workbench(pools, database, run.acts(), scratch.major(), notes, cancel));
        }
    }
}
