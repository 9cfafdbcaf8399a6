package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Constraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** CD101: a constraint dropped that is known to be a foreign key; what kind an unknown one is, the text does not tell. */
public final class ForeignKeyDropped implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.CD101;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_DropConstraint").stream()
                .map(command -> command.text("name"))
                .filter(name -> kind(seen, name).equals("CONSTR_FOREIGN") || looksLikeOne(seen, name))
                .map(name -> new Found(
                        name,
                        kind(seen, name).isEmpty()
                                ? name + " is named like a foreign key; without one, rows of "
                                        + seen.table().shown() + " may point to nothing."
                                : "Without the foreign key " + name + ", rows of "
                                        + seen.table().shown() + " may point to nothing.",
                        "Look who relied on it; drop it only with the column or table that it was for."))
                .toList();
    }

    private static boolean looksLikeOne(Seen seen, String name) {
        return kind(seen, name).isEmpty() && (name.endsWith("_fkey") || name.startsWith("fk_"));
    }

    private static String kind(Seen seen, String name) {
        return seen.known().constraints().stream()
                .filter(each -> each.name().equals(name))
                .map(Constraint::kind)
                .findFirst()
                .orElse("");
    }
}
