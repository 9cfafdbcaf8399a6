package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.ArrayList;
import java.util.List;

/** PL703: the owner may do everything with an object; the old one no longer may. */
public final class OwnerChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL703;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<String> owners = new ArrayList<>();
        AlterTable.commands(seen.tree(), "AT_ChangeOwner")
                .forEach(each -> owners.add(each.plain("newowner").text("rolename")));
        if (seen.is("AlterOwnerStmt")) {
            owners.add(seen.tree().plain("newowner").text("rolename"));
        }
        return seen.isOfNewTable()
                ? List.of()
                : owners.stream()
                        .map(owner -> new Found(
                                owner.isEmpty() ? "CURRENT_USER" : owner,
                                "The owner changes: the old one loses every right that came from owning it.",
                                "Look at ownership checks and at who relied on the old owner."))
                        .toList();
    }
}
