package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.PgSession;
import java.util.List;

/**
 * Reads the access side of a CockroachDB database: roles and memberships from {@code pg_catalog}, grants from SHOW GRANTS and {@code information_schema}, since its
 * ACL columns are not trusted (CockroachDB v25.1, SHOW GRANTS, Information Schema). Two round trips: names first, then what they hold. Written after the
 * documentation, not run against a live CockroachDB. Types are not read, which the snapshot's gaps say.
 */
public final class CockroachAccessReader {
    private static final SnapshotScope NO_OBJECTS = new SnapshotScope(List.of(), List.of());
    private final SnapshotReader reader = new SnapshotReader();

    public AccessSnapshot read(PgSession session, CancelToken cancel) {
        Snapshot names = reader.read(session, NO_OBJECTS, cancel);
        return CockroachAccess.of(
                reader.read(session, SnapshotScope.everythingIn(names).keepingAllRolesApart(), cancel));
    }
}
