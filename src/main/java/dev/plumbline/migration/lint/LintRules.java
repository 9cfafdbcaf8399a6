package dev.plumbline.migration.lint;

import dev.plumbline.migration.lint.rule.ColumnDropped;
import dev.plumbline.migration.lint.rule.IndexNotConcurrent;
import dev.plumbline.migration.lint.rule.SchemaDropped;
import dev.plumbline.migration.lint.rule.TableDropped;
import java.util.List;

/** Every rule there is. */
public final class LintRules {
    private LintRules() {}

    public static List<LintRule> all() {
        return List.of(new SchemaDropped(), new TableDropped(), new ColumnDropped(), new IndexNotConcurrent());
    }
}
