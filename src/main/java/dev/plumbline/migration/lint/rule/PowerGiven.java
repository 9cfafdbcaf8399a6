package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;
import java.util.Map;

/** PL708: SUPERUSER, BYPASSRLS, CREATEROLE or REPLICATION given to a role (PostgreSQL manual 22.2). */
public final class PowerGiven implements LintRule {
    private static final Map<String, String> POWERS = Map.of(
            "superuser", "do everything, unchecked",
            "bypassrls", "read every row, whatever policies say",
            "createrole", "make and change roles",
            "isreplication", "copy the whole server");

    @Override
    public RuleCode code() {
        return RuleCode.PL708;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.is("CreateRoleStmt") || seen.is("AlterRoleStmt")
                ? POWERS.keySet().stream()
                        .sorted()
                        .filter(power -> Options.isSet(seen.tree().nodes("options"), power))
                        .map(power -> new Found(
                                power,
                                "The role may from now on " + POWERS.get(power) + ".",
                                "Give it by hand to those few who need it, and write down why."))
                        .toList()
                : List.of();
    }
}
