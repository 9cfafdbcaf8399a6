package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.FileSeen;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL202: the first statement of a file that holds a lock which keeps writers out, with no statement_timeout in force (PostgreSQL manual 19.11). */
public final class NoStatementTimeout implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL202;
    }

    @Override
    public List<Found> look(Seen seen) {
        return List.of();
    }

    @Override
    public List<AtStatement> atEnd(FileSeen file) {
        return file.statements().stream()
                .filter(seen -> !seen.session().statementTimeout())
                .flatMap(seen -> seen.strongLocks()
                        .limit(1)
                        .map(lock -> new AtStatement(
                                seen,
                                new Found(
                                        lock.table().shown(),
                                        "Nothing ends this statement when it takes longer than thought, while it keeps others off "
                                                + lock.table().shown() + ".",
                                        "SET statement_timeout to what others can bear to wait."))))
                .limit(1)
                .toList();
    }
}
