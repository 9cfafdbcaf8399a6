package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.FileSeen;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** PL204: another ALTER TABLE of a table that an earlier one of the same file altered: each may read or write the table anew, together they do it once. */
public final class AltersInPieces implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL204;
    }

    @Override
    public List<Found> look(Seen seen) {
        return List.of();
    }

    @Override
    public List<AtStatement> atEnd(FileSeen file) {
        List<AtStatement> found = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (Seen seen : file.statements()) {
            if (seen.alters("AT_AddColumn", "AT_SetNotNull", "AT_AlterColumnType", "AT_AddConstraint", "AT_DropColumn")
                    .isEmpty()) {
                continue;
            }
            if (!before.add(seen.table().shown())) {
                found.add(
                        new AtStatement(
                                seen,
                                new Found(
                                        seen.table().shown(),
                                        "An earlier statement of this file alters "
                                                + seen.table().shown()
                                                + " too; as one ALTER TABLE they need one pass over it.",
                                        "Write the changes as one ALTER TABLE, separated by commas, where neither has to come first.")));
            }
        }
        return found;
    }
}
