package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.NamingRules;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** NM101: the name of a schema that is made is not of the configured pattern. */
public final class SchemaNamed implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.NM101;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("CreateSchemaStmt") && !seen.tree().text("schemaname").isEmpty()
                ? naming.judge("schema", seen.tree().text("schemaname"))
                : List.of();
    }

    private final NamingRules naming;

    public SchemaNamed(NamingRules naming) {
        this.naming = naming;
    }
}
