package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.SqlClass;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB302: a block {@code sql} whose text is not only SELECT, SHOW, EXPLAIN, VALUES or TABLE: locking rows, a CTE that changes them and EXPLAIN ANALYZE of a change included. */
public final class ReadThatChanges implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB302;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.ofKind(BlockKind.SQL)
                .filter(block -> SqlClass.of(block.body()).changes())
                .map(block -> new Found(
                        block.place(),
                        "A block sql only reads, and " + why(subject.statements(block)) + ".",
                        "Write sql change, or only look."))
                .toList();
    }

    private static String why(List<Node> statements) {
        for (Node statement : statements) {
            if (!SqlClass.of(statement).changes()) {
                continue;
            }
            if (statement.is("ExplainStmt")) {
                return "EXPLAIN ANALYZE runs what it explains";
            }
            if (!statement.is("SelectStmt")) {
                return "this statement changes something";
            }
            if (!statement.nodes("lockingClause").isEmpty()
                    || !statement.all("LockingClause").isEmpty()) {
                return "FOR UPDATE or FOR SHARE locks rows, which a read-only transaction refuses";
            }
            return "this SELECT changes something by what is in it";
        }
        return "PostgreSQL's parser does not understand it, so it is taken for a change";
    }
}
