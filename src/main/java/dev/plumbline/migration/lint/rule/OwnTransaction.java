package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;
import java.util.Set;

/** TX201: a file that is run in a transaction begins or ends one itself: what comes after its COMMIT is no longer held together with the record of the run. */
public final class OwnTransaction implements LintRule {
    private static final Set<String> ENDS = Set.of(
            "TRANS_STMT_BEGIN", "TRANS_STMT_START", "TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK", "TRANS_STMT_PREPARE");

    @Override
    public RuleCode code() {
        return RuleCode.TX201;
    }

    @Override
    public List<Found> look(Seen seen) {
        String kind = seen.tree().text("kind");
        return seen.is("TransactionStmt") && seen.where().wrapped() && ENDS.contains(kind)
                ? List.of(new Found(
                        words(kind),
                        words(kind) + " in a file that is run inside a transaction "
                                + (kind.endsWith("BEGIN") || kind.endsWith("START")
                                        ? "does nothing but warn."
                                        : "ends that transaction: what follows and the record of the run are no longer one."),
                        "Leave it out, or begin the file with \"-- atlas:txmode none\" and an empty line."))
                : List.of();
    }

    private static String words(String kind) {
        return kind.substring(kind.lastIndexOf('_') + 1);
    }
}
