package dev.plumbline.plan;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * Something in the catalog that a script rests on, as lines of text: {@code query} computes them on a server, {@code expected} from a
 * snapshot. Oids are left out, so that a copy of a database answers alike; the order of the lines means nothing.
 */
interface StateFact {
    /** What it is, as it may be shown. */
    String subject();

    Sql query(ServerVersion version);

    List<String> expected(Snapshot snapshot);
}
