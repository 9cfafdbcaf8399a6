package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.DynamicSql;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.Quiet;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Optional;

/** SA101: a DO block or a function that EXECUTEs text put together with {@code ||} or {@code %s}, without quote_ident, quote_literal or {@code %I} and {@code %L} of format (PostgreSQL manual 43.5.4). */
public final class DynamicSqlBuilt implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.SA101;
    }

    @Override
    public List<Found> look(Seen seen) {
        if (!seen.is("DoStmt") && !seen.is("CreateFunctionStmt")) {
            return List.of();
        }
        List<Node> options = seen.tree().nodes(seen.is("DoStmt") ? "args" : "options");
        Optional<Node> body = Options.named(options, "as").map(each -> each.node("arg"));
        String text = body.map(each -> each.is("String") ? each.text("sval") : String.join("\n", each.texts("items")))
                .orElse("");
        return DynamicSql.unquoted(text).stream()
                .map(execute -> new Found(
                        seen.is("DoStmt") ? "DO" : String.join(".", seen.tree().texts("funcname")),
                        "EXECUTE runs text that is put together without quoting: " + Quiet.words(execute, execute)
                                + " — a name or value in it can be read as SQL.",
                        "Use format with %I for names and %L for values, or EXECUTE … USING."))
                .toList();
    }
}
