package dev.plumbline.operation.structure;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQL makes of an empty database, found by running it in one on a scratch server, so that the server itself puts every definition into its own words. Statements may stand
 * in any order: what fails is tried again until nothing moves. Roles that are named and missing are made, without power, and told. One at a time.
 */
public final class MaterializeSql {
    private final ServerPools pools;
    private final ScratchServers servers;

    public MaterializeSql(ServerPools pools, ScratchServers servers) {
        this.pools = pools;
        this.servers = servers;
    }

    /**
     * @param major of the server that it ran on
     * @param notes sentences about what was left out, made besides or could not be done
     */
    public record Materialized(StructureSnapshot structure, int major, List<String> notes) {
        public Materialized {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Nothing stays on the scratch server afterwards, whatever happens.
     *
     * @param major of the server to run it on; 0 for the newest there is
     * @throws ProblemException SQL-403 for what may not be run, SQL-422 for what the server refuses, each with file, line and statement
     */
    public synchronized Materialized read(List<SqlFile> files, int major, CancelToken cancel) {
        SqlScript script = SqlScript.of(files);
        ScratchServers.Scratch scratch = servers.of(major, cancel);
        List<String> notes = new ArrayList<>(script.notes());
        if (major != 0 && scratch.major() != major) {
            notes.add("Run on PostgreSQL " + scratch.major() + ", since there are no binaries of " + major
                    + " here: some words of definitions differ between versions.");
        }
        try (ScratchDatabase database = ScratchDatabase.create(pools, scratch.administrator(), cancel)) {
            notes.addAll(new ScriptRun(pools, database, cancel).run(script.statements()));
            if (!database.roles().isEmpty()) {
                notes.add("Roles made for it on the scratch server, without power: "
                        + Told.few(database.roles().stream().map(Name::shown).toList()) + ".");
            }
            StructureSnapshot structure =
                    pools.read(database.login(), cancel, session -> new StructureReader().read(session, cancel));
            return new Materialized(structure, scratch.major(), notes);
        }
    }
}
