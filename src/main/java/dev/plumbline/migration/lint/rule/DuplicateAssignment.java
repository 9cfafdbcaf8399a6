package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Columns;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** PL105: one column named twice in a SET, an INSERT or a CREATE TABLE: the server refuses it (42701, 42601). */
public final class DuplicateAssignment implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL105;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Node> updates = new ArrayList<>(seen.tree().all("UpdateStmt"));
        List<Node> inserts = new ArrayList<>(seen.tree().all("InsertStmt"));
        seen.tree().as("UpdateStmt").ifPresent(updates::add);
        seen.tree().as("InsertStmt").ifPresent(inserts::add);
        List<List<String>> lists = new ArrayList<>();
        updates.forEach(each -> lists.add(whole(each.nodes("targetList"))));
        inserts.forEach(each -> {
            lists.add(whole(each.nodes("cols")));
            lists.add(whole(each.plain("onConflictClause").nodes("targetList")));
        });
        if (seen.is("CreateStmt")) {
            lists.add(Columns.added(seen).stream()
                    .map(each -> each.text("colname"))
                    .toList());
        }
        if (seen.is("ViewStmt")) {
            lists.add(names(seen.tree()));
        }
        return lists.stream()
                .flatMap(list -> twice(list).stream())
                .map(column -> new Found(
                        column,
                        "Column " + column + " is named twice: the server refuses the statement.",
                        "Keep one of them."))
                .toList();
    }

    /** Part of a column, as in {@code a.x} or {@code a[1]}, counts only beside the whole of it. */
    private static List<String> whole(List<Node> targets) {
        List<String> names = new ArrayList<>();
        for (Node target : targets) {
            boolean isPart = !target.nodes("indirection").isEmpty();
            boolean isBesideWhole = targets.stream()
                    .anyMatch(each -> each.text("name").equals(target.text("name"))
                            && each.nodes("indirection").isEmpty());
            if (!isPart || isBesideWhole) {
                names.add(target.text("name"));
            }
        }
        return names;
    }

    /** Of a view: its own list where it has one, else the names of what it selects, those without a name included. */
    private static List<String> names(Node view) {
        List<String> aliases = view.texts("aliases");
        if (!aliases.isEmpty()) {
            return aliases;
        }
        return view.node("query").nodes("targetList").stream()
                .map(DuplicateAssignment::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String name(Node target) {
        if (!target.text("name").isEmpty()) {
            return target.text("name");
        }
        Node value = target.node("val");
        List<String> fields = value.texts("fields");
        return switch (value.type()) {
            case "ColumnRef" -> fields.isEmpty() ? "" : fields.get(fields.size() - 1);
            case "A_Const", "A_Expr", "ParamRef" -> "?column?";
            default -> "";
        };
    }

    private static Set<String> twice(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream().filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }
}
