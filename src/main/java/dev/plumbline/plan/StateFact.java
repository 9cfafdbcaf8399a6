package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;
import java.util.List;

/**
 * Something in the catalog that a script rests on: its key, and the lines of text that a snapshot says of it. A {@link GuardBlock} has the server
 * write the same lines. Oids are left out, so that a copy of a database answers alike; the order of the lines means nothing.
 */
interface StateFact {
    Key key();

    List<String> expected(Snapshot snapshot);

    /** Names are as stored; what a kind has no use for is empty. */
    record Key(String kind, String name, String of, String place) {}
}
