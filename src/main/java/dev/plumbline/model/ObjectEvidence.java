package dev.plumbline.model;

import java.util.List;
import java.util.Optional;

/**
 * What an object's own dependencies say ({@code pg_depend}): oids of the relations a view reads, and the sequences behind a table's columns. {@code serverSays}
 * is the server's answer to the privilege that was asked with it, empty where the
 * server has no function for it (large objects before PostgreSQL 18, words that only CockroachDB has).
 */
public record ObjectEvidence(
        List<Long> readsFrom,
        List<SequenceBehind> sequences,
        Optional<Boolean> serverSays,
        Optional<RelationSeen> seen) {
    public ObjectEvidence {
        readsFrom = List.copyOf(readsFrom);
        sequences = List.copyOf(sequences);
    }

    /** On PostgreSQL, where the snapshot says what a relation is. */
    public ObjectEvidence(List<Long> readsFrom, List<SequenceBehind> sequences, Optional<Boolean> serverSays) {
        this(readsFrom, sequences, serverSays, Optional.empty());
    }

    /** What a relation is on a server whose snapshots do not tell. */
    public record RelationSeen(boolean view, boolean rowSecurity) {}

    /** A sequence owned by a column; an identity column's needs no right of its own. */
    public record SequenceBehind(Name column, long sequence, boolean identity) {}
}
