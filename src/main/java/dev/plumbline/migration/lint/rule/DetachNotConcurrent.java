package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** PL207: DETACH PARTITION takes ACCESS EXCLUSIVE on the parent, unless CONCURRENTLY (from PostgreSQL 14 on). */
public final class DetachNotConcurrent implements LintRule {
    private static final int CONCURRENTLY = 14;

    @Override
    public RuleCode code() {
        return RuleCode.PL207;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.where().major() < CONCURRENTLY
                ? List.of()
                : seen.alters("AT_DetachPartition").stream()
                        .filter(command -> !command.node("def").flag("concurrent"))
                        .map(command ->
                                TableName.of(command.node("def").plain("name")).shown())
                        .map(
                                partition -> new Found(
                                        partition,
                                        "Detaching " + partition + " keeps readers and writers of all of "
                                                + seen.table().shown() + " out.",
                                        "DETACH PARTITION … CONCURRENTLY, in a file with \"atlas:txmode none\"; not with a default partition."))
                        .toList();
    }
}
