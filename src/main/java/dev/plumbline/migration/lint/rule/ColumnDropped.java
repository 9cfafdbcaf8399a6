package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** DS103: a column dropped, but of a table that the same file made. */
public final class ColumnDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.DS103;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<String> columns = AlterTable.commands(seen.tree(), "AT_DropColumn").stream()
                .map(command -> command.text("name"))
                .toList();
        if (columns.isEmpty() || seen.before().isNew(AlterTable.table(seen.tree()))) {
            return List.of();
        }
        TableName table = AlterTable.table(seen.tree());
        return columns.stream()
                .map(column -> new Found(
                        table.shown() + "." + column,
                        "Dropping column " + column + " of " + table.shown()
                                + " loses its values, and breaks whatever still asks for it.",
                        "Release the code that does without it first; drop it in a later release."))
                .toList();
    }
}
