package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG108: an index on a partitioned table cannot be made CONCURRENTLY, and keeps writers of all partitions out (PostgreSQL manual, CREATE INDEX). */
public final class IndexOnPartitioned implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG108;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isMeant = seen.is("IndexStmt")
                && seen.known().isPartitioned()
                && !seen.isOfNewTable()
                && seen.tree().plain("relation").flag("inh");
        return isMeant
                ? List.of(
                        new Found(
                                seen.table().shown(),
                                seen.tree().flag("concurrent")
                                        ? "The server refuses CREATE INDEX CONCURRENTLY on "
                                                + seen.table().shown() + ", which is partitioned."
                                        : "Creating an index on " + seen.table().shown()
                                                + " keeps writers of every partition out until all are built.",
                                "CREATE INDEX ON ONLY the parent, CONCURRENTLY on each partition, then ALTER INDEX … ATTACH PARTITION."))
                : List.of();
    }
}
