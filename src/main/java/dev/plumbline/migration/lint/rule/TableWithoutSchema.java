package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Dropped;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.ArrayList;
import java.util.List;

/** PL502: a table named without its schema is whatever the search path finds first. An opinion: only on request. */
public final class TableWithoutSchema implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL502;
    }

    @Override
    public List<Found> look(Seen seen) {
        TableName made = seen.is("CreateTableAsStmt")
                ? TableName.of(seen.tree().plain("into").plain("rel"))
                : seen.table();
        boolean isTemporary = seen.tree()
                        .plain("relation")
                        .text("relpersistence")
                        .equals("t")
                || seen.tree().plain("into").plain("rel").text("relpersistence").equals("t");
        List<TableName> tables = new ArrayList<>(Dropped.relations(seen.tree(), "OBJECT_TABLE"));
        if (List.of("CreateStmt", "CreateTableAsStmt", "AlterTableStmt")
                        .contains(seen.tree().type())
                && !isTemporary) {
            tables.add(made);
        }
        return tables.stream()
                .filter(table -> table.schema().isEmpty() && !table.name().isEmpty())
                .map(table -> new Found(
                        table.name(),
                        table.name() + " is named without its schema: it is whatever the search path finds first.",
                        "Write the schema."))
                .toList();
    }
}
