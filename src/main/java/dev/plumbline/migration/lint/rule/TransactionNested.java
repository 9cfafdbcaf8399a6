package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL402: BEGIN while a transaction is open, or COMMIT or ROLLBACK while none is: the server warns and does nothing. */
public final class TransactionNested implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL402;
    }

    @Override
    public List<Found> look(Seen seen) {
        String kind = seen.tree().text("kind");
        boolean begins = kind.equals("TRANS_STMT_BEGIN") || kind.equals("TRANS_STMT_START");
        boolean ends = kind.equals("TRANS_STMT_COMMIT") || kind.equals("TRANS_STMT_ROLLBACK");
        boolean isOpen = seen.where().inTransaction();
        return seen.is("TransactionStmt") && !seen.where().wrapped() && (begins && isOpen || ends && !isOpen)
                ? List.of(new Found(
                        begins ? "BEGIN" : "COMMIT",
                        begins
                                ? "A transaction is open here already: the server warns and goes on in that one."
                                : "No transaction is open here: the server warns and does nothing.",
                        "Leave it out."))
                : List.of();
    }
}
