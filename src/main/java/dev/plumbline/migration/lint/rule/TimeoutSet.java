package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PL214: a file that sets lock_timeout or statement_timeout itself. A run of this program sets its own before the next statement, so that the file's counts for none; another tool takes it (PostgreSQL manual 19.11).
 */
public final class TimeoutSet implements LintRule {
    private static final Set<String> LIMITS = Set.of("lock_timeout", "statement_timeout");

    @Override
    public RuleCode code() {
        return RuleCode.PL214;
    }

    @Override
    public List<Found> look(Seen seen) {
        return names(seen.tree())
                .filter(LIMITS::contains)
                .distinct()
                .map(name -> new Found(
                        name,
                        "The file sets " + name
                                + ": a run from here sets its own before the next statement, as the plan says; other tools take the file's.",
                        "Leave it for other tools, and say with --" + name.replace('_', '-') + " what counts here."))
                .toList();
    }

    private static Stream<String> names(Node tree) {
        if (tree.is("VariableSetStmt")) {
            return Stream.of(tree.text("name"));
        }
        return tree.is("SelectStmt")
                ? tree.all("FuncCall").stream()
                        .filter(call -> call.texts("funcname").contains("set_config"))
                        .filter(call -> !call.nodes("args").isEmpty())
                        .map(call -> call.nodes("args").get(0).plain("sval").text("sval"))
                : Stream.empty();
    }
}
