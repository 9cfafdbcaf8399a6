package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.lint.TableName;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB602: CREATE INDEX without CONCURRENTLY keeps writers out until it is built (PostgreSQL manual, CREATE INDEX). */
public final class IndexBlocksWriters implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB602;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (Node statement : subject.statements(block)) {
                if (statement.is("IndexStmt") && !statement.flag("concurrent")) {
                    found.add(new Found(
                            Subject.at(block, statement.text("idxname")),
                            "Nobody can write to "
                                    + TableName.of(statement.plain("relation")).shown()
                                    + " until this index is built.",
                            "CREATE INDEX CONCURRENTLY, alone in its block."));
                }
            }
        }
        return found;
    }
}
