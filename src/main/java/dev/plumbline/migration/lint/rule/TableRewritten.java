package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL208: VACUUM FULL and CLUSTER write the table anew under ACCESS EXCLUSIVE (PostgreSQL manual, VACUUM, CLUSTER). */
public final class TableRewritten implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL208;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isFull = seen.is("VacuumStmt") && Options.isSet(seen.tree().nodes("options"), "full");
        return isFull || seen.is("ClusterStmt")
                ? List.of(new Found(
                        isFull ? "VACUUM FULL" : "CLUSTER",
                        (isFull ? "VACUUM FULL" : "CLUSTER")
                                + " writes the table anew while readers and writers are kept out, and needs room for a second one.",
                        "Leave it to autovacuum; where the room is needed back, use pg_repack outside of migrations."))
                : List.of();
    }
}
