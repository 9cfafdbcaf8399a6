package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** PL301: TRUNCATE … CASCADE empties whatever points to the tables, named or not. */
public final class TruncateCascaded implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL301;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("TruncateStmt") && seen.tree().text("behavior").equals("DROP_CASCADE")
                ? List.of(new Found(
                        tables(seen),
                        "TRUNCATE CASCADE empties " + tables(seen)
                                + " and every table that points there, whatever it is.",
                        "Name all tables that are meant, without CASCADE."))
                : List.of();
    }

    private static String tables(Seen seen) {
        return seen.tree().nodes("relations").stream()
                .map(each -> TableName.of(each).shown())
                .collect(Collectors.joining(", "));
    }
}
