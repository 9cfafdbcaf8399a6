package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** PL203: a statement behind one that holds ACCESS EXCLUSIVE in the same transaction: readers of that table wait for this one too. */
public final class WorkUnderLock implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL203;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isQuiet = seen.is("TransactionStmt") || seen.is("VariableSetStmt");
        return isQuiet || seen.session().held().isEmpty()
                ? List.of()
                : List.of(new Found(
                        seen.session().held().get(0).shown(),
                        "While this runs, "
                                + seen.session().held().stream()
                                        .map(TableName::shown)
                                        .collect(Collectors.joining(", "))
                                + " is still locked against readers and writers, until the transaction ends.",
                        "End the transaction first: put this in the next file."));
    }
}
