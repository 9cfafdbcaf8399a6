package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TableName;
import java.util.List;

/** NM102: the name of a table that is made or renamed is not of the configured pattern. */
public final class TableNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM102;
    }

    @Override
    public List<Found> look(Seen seen) {
        return switch (seen.tree().type()) {
            case "CreateStmt" -> naming.judge("table", seen.table().name());
            case "CreateTableAsStmt" ->
                naming.judge(
                        "table",
                        TableName.of(seen.tree().plain("into").plain("rel")).name());
            case "RenameStmt" ->
                seen.tree().text("renameType").equals("OBJECT_TABLE")
                        ? naming.judge("table", seen.tree().text("newname"))
                        : List.of();
            default -> List.of();
        };
    }

    private final NamingRules naming;

    public TableNamed(NamingRules naming) {
        this.naming = naming;
    }
}
