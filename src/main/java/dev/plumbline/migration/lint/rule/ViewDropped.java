package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;
import java.util.Map;

/** PL307: a view, function, type, sequence or extension dropped. */
public final class ViewDropped implements LintRule {
    private static final Map<String, String> KINDS = Map.of(
            "OBJECT_VIEW",
            "view",
            "OBJECT_MATVIEW",
            "materialized view",
            "OBJECT_FUNCTION",
            "function",
            "OBJECT_PROCEDURE",
            "procedure",
            "OBJECT_TYPE",
            "type",
            "OBJECT_DOMAIN",
            "domain",
            "OBJECT_SEQUENCE",
            "sequence",
            "OBJECT_EXTENSION",
            "extension");

    @Override
    public RuleCode code() {
        return RuleCode.PL307;
    }

    @Override
    public List<Found> look(Seen seen) {
        String kind = seen.tree().text("removeType");
        return seen.is("DropStmt") && KINDS.containsKey(kind)
                ? List.of(new Found(
                        KINDS.getOrDefault(kind, ""),
                        "Dropping this " + KINDS.getOrDefault(kind, "") + " breaks whatever still uses it.",
                        "Release the code that does without it first."))
                : List.of();
    }
}
