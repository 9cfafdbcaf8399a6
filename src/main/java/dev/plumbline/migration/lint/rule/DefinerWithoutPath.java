package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;

/** PL705: a function that runs with its owner's rights finds names by its caller's search path, unless it sets one (PostgreSQL manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely"). */
public final class DefinerWithoutPath implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL705;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Node> options = seen.tree().nodes("options");
        boolean isDefiner = seen.is("CreateFunctionStmt") && Options.isSet(options, "security");
        boolean hasPath = options.stream()
                .filter(each -> each.text("defname").equals("set"))
                .anyMatch(each -> each.node("arg").text("name").equals("search_path"));
        boolean isAtomic = seen.tree().node("sql_body").exists();
        return isDefiner && !hasPath && !isAtomic
                ? List.of(new Found(
                        String.join(".", seen.tree().texts("funcname")),
                        "It runs with its owner's rights and the caller's search path: a caller can put a function of the same name in front.",
                        "Add SET search_path = pg_catalog, … , pg_temp."))
                : List.of();
    }
}
