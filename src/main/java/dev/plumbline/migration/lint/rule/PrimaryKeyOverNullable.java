package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.Index;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG304: a primary key makes its columns NOT NULL, which reads the whole table under ACCESS EXCLUSIVE where they are not yet; told only of columns that are known to be nullable. */
public final class PrimaryKeyOverNullable implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG304;
    }

    @Override
    public List<Found> look(Seen seen) {
        return AddedConstraint.toExisting(seen, "CONSTR_PRIMARY").stream()
                .filter(each -> !each.isInline())
                .flatMap(each -> columns(seen, each).stream())
                .filter(column ->
                        seen.known().column(column).isPresent() && !seen.known().isProvenNotNull(column))
                .map(column -> new Found(
                        seen.table().shown() + "." + column,
                        "The primary key makes " + column + " of "
                                + seen.table().shown()
                                + " NOT NULL: all rows are read while readers and writers are kept out.",
                        "Make it NOT NULL before, by a validated CHECK."))
                .toList();
    }

    private static List<String> columns(Seen seen, AddedConstraint added) {
        return added.usedIndex().isEmpty()
                ? added.columns()
                : seen.before().index(added.usedIndex()).map(Index::columns).orElse(List.of());
    }
}
