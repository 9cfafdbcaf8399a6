package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.revision.RevisionReader;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.migration.revision.TrackedRevisions;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.util.Optional;

/** Reads what a database had, from the table of the tool whose directory it is. */
final class ReadRecords {
    private ReadRecords() {}

    /**
     * @param schema of the table; empty for wherever it is, or its tool's own
     * @throws dev.plumbline.model.ProblemException REV-403, REV-409 or TRK-403 when it is not read
     */
    static Revisions of(
            DirectoryForm form, ServerPools pools, ConnectionTarget target, Optional<Name> schema, CancelToken cancel) {
        return pools.read(
                target,
                cancel,
                session -> form == DirectoryForm.PG_FLUX
                        ? new TrackedRevisions().read(session, schema, cancel)
                        : new RevisionReader().read(session, schema, cancel));
    }
}
