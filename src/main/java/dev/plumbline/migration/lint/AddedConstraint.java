package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that an ALTER TABLE adds.
 *
 * @param column that the statement adds with it; empty where the constraint stands for itself
 */
public record AddedConstraint(Node constraint, Optional<Node> column) {

    /** Those of one kind, such as {@code CONSTR_CHECK}, added to a table that was there before the file. */
    public static List<AddedConstraint> toExisting(Seen seen, String kind) {
        List<AddedConstraint> found = new ArrayList<>();
        for (Node command : seen.alters("AT_AddConstraint", "AT_AddColumn")) {
            Node definition = command.node("def");
            if (definition.is("Constraint")) {
                found.add(new AddedConstraint(definition, Optional.empty()));
            } else {
                definition
                        .nodes("constraints")
                        .forEach(each -> found.add(new AddedConstraint(each, Optional.of(definition))));
            }
        }
        found.removeIf(each -> !each.constraint.text("contype").equals(kind));
        return found;
    }

    /** Whether it comes with a column of its own. */
    public boolean isInline() {
        return column.isPresent();
    }

    public List<String> columns() {
        return column.map(each -> List.of(each.text("colname"))).orElseGet(() -> Constraint.columns(constraint));
    }

    /** What a person calls it: its name, its columns where it has none. */
    public String shown() {
        String name = constraint.text("conname");
        return name.isEmpty() ? String.join(", ", columns()) : name;
    }

    public boolean isNotValid() {
        return constraint.flag("skip_validation");
    }

    /** The index that is there already and becomes the constraint's; empty when it has to be built. */
    public String usedIndex() {
        return constraint.text("indexname");
    }
}
