package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.FileSeen;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL201: the first statement of a file that takes a lock which keeps writers out, with no lock_timeout in force: while it waits, everybody behind it waits too (PostgreSQL manual 19.11). */
public final class LockWithoutTimeout implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL201;
    }

    @Override
    public List<Found> look(Seen seen) {
        return List.of();
    }

    @Override
    public List<AtStatement> atEnd(FileSeen file) {
        return file.statements().stream()
                .filter(seen -> !seen.session().lockTimeout())
                .flatMap(
                        seen -> seen.strongLocks()
                                .limit(1)
                                .map(
                                        lock -> new AtStatement(
                                                seen,
                                                new Found(
                                                        lock.table().shown(),
                                                        "This waits for the lock "
                                                                + lock.mode().words() + " on "
                                                                + lock.table().shown()
                                                                + " without a lock_timeout; whoever comes behind it waits as well.",
                                                        seen.where().inTransaction()
                                                                ? "SET LOCAL lock_timeout = '2s' before it, and try again when it gives up."
                                                                : "SET lock_timeout = '2s' before it, and try again when it gives up."))))
                .limit(1)
                .toList();
    }
}
