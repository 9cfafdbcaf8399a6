package dev.plumbline.runbook.input;

import dev.plumbline.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names that there are of one type. {@code unknown} is why some of them, or all, are not among these: then what is not listed is unknown, not absent. {@code unwritable} are those that no line of text can hold as the value
 * that a runbook takes.
 */
public record ListedNames(List<Listed> all, List<Listed> unwritable, Optional<Problem> unknown) {
    public ListedNames {
        all = List.copyOf(all);
        unwritable = List.copyOf(unwritable);
    }

    /** One name; {@code within} is its namespace or schema, empty where it lies in none; {@code value} is what the input takes. */
    public record Listed(String within, String value) {
        /** A line of text holds no line breaks, and loses blanks at its ends; of {@code schema.table} the first dot parts the two. */
        boolean isWritable() {
            return !value.isEmpty()
                    && within.indexOf('.') < 0
                    && value.equals(value.strip())
                    && value.chars().noneMatch(Character::isISOControl);
        }
    }

    static ListedNames of(Collection<Listed> found, Optional<Problem> unknown) {
        return new ListedNames(
                found.stream().filter(Listed::isWritable).toList(),
                found.stream().filter(each -> !each.isWritable()).toList(),
                unknown);
    }

    static ListedNames unknown(Problem why) {
        return new ListedNames(List.of(), List.of(), Optional.of(why));
    }

    /** Those of one namespace or schema, and those that lie in none; all where it is empty. */
    public List<String> within(String group) {
        return within(all, group);
    }

    public int unwritableWithin(String group) {
        return within(unwritable, group).size();
    }

    private static List<String> within(List<Listed> names, String group) {
        return names.stream()
                .filter(each -> group.isEmpty()
                        || each.within().isEmpty()
                        || each.within().equals(group))
                .map(Listed::value)
                .distinct()
                .toList();
    }
}
