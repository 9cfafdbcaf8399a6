package dev.plumbline.access.why;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * What only the object's own dependencies tell, read when a question about it is asked: the relations that a view reads, and the sequences behind
 * a table's defaults. {@code serverSays} is the server's own answer to the privilege alone: {@code yes}, {@code no}, or empty where it was not asked. {@code seen} is what
 * is told of a relation where snapshots do not hold it, as on CockroachDB.
 */
public record Evidence(
        List<DatabaseObject> readsFrom, List<BehindColumn> sequences, String serverSays, Optional<RelationSeen> seen) {
    public static final Evidence NONE = new Evidence(List.of(), List.of(), "");

    public Evidence {
        readsFrom = List.copyOf(readsFrom);
        sequences = List.copyOf(sequences);
    }

    public Evidence(List<DatabaseObject> readsFrom, List<BehindColumn> sequences, String serverSays) {
        this(readsFrom, sequences, serverSays, Optional.empty());
    }

    /** A sequence that a column's default takes its values from; an identity column's is used without any right. */
    public record BehindColumn(Name column, DatabaseObject sequence, boolean identity) {}

    /** What a relation turned out to be when it was asked about. */
    public record RelationSeen(boolean view, boolean rowSecurity) {}
}
