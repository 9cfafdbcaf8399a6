package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Dropped;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** DS101: DROP SCHEMA. */
public final class SchemaDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.DS101;
    }

    @Override
    public List<Found> look(Seen seen) {
        return Dropped.names(seen.tree(), "OBJECT_SCHEMA")
                .map(schema -> new Found(
                        schema,
                        "Dropping schema " + schema + " loses everything in it.",
                        "Take a dump first, and drop it in a release of its own, when nothing uses it any more."))
                .toList();
    }
}
