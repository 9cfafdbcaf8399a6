package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.SqlText;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB107: SQL that is not PostgreSQL's; CockroachDB's own statements are not. Its class is then a guess. */
public final class SqlNotUnderstood implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB107;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            String sql = subject.sql(block);
            if (!sql.isBlank() && SqlText.parse(sql) instanceof Parsing.NotParsed not) {
                found.add(new Found(
                        block.place(),
                        "PostgreSQL's parser says: " + not.message() + ". It is taken for "
                                + (subject.classOf(block).changes() ? "a change." : "a reading."),
                        "Correct it, unless it is one of CockroachDB's own statements."));
            }
        }
        return found;
    }
}
