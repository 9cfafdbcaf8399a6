package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL107: the body of a DO block is a text to PostgreSQL's parser: what it does, no rule sees, but for SQL that it puts together (SA101). */
public final class BlockNotJudged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL107;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("DoStmt")
                ? List.of(new Found(
                        "DO",
                        "What this DO block does is not judged: its body is a text, which no rule but SA101 looks into.",
                        "Write plain statements where it can be done; else read it yourself."))
                : List.of();
    }
}
