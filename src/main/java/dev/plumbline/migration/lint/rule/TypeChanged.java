package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.ColumnChange;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Rewrites;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.Table;
import dev.plumbline.migration.lint.TypeName;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** PG301: ALTER COLUMN TYPE that writes the whole table anew, as far as both types are known (PostgreSQL manual, ALTER TABLE, notes: no rewrite for binary coercible types). */
public final class TypeChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG301;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Found> found = new ArrayList<>();
        Table table = seen.known();
        for (Node command : seen.alters("AT_AlterColumnType")) {
            String column = command.text("name");
            TypeName wanted = TypeName.of(command.node("def").plain("typeName"));
            ColumnChange change = ColumnChange.of(
                    table.column(column).map(Column::type),
                    wanted,
                    command.node("def").node("raw_default"),
                    column);
            if (change != ColumnChange.NOTHING_WRITTEN) {
                found.add(new Found(
                        seen.table().shown() + "." + column,
                        change.words(
                                "Changing " + column + " of " + seen.table().shown() + " to " + wanted.shown()),
                        "Add a column of the new type, fill it in batches, and change to it.",
                        Rewrites.typeChange(seen, command)));
            }
        }
        return found;
    }
}
