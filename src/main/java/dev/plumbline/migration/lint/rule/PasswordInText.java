package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PL707: CREATE or ALTER ROLE with a password that is neither SCRAM-SHA-256 nor MD5 already: it lies in the file, in its history, and in the server's log. */
public final class PasswordInText implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL707;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean isRole = seen.is("CreateRoleStmt") || seen.is("AlterRoleStmt") || seen.is("CreateUserMappingStmt");
        return isRole
                ? Options.named(seen.tree().nodes("options"), "password").stream()
                        .map(each -> each.node("arg").text("sval"))
                        .filter(password -> !password.isEmpty()
                                && !password.startsWith("SCRAM-SHA-256$")
                                && !password.matches("md5[0-9a-f]{32}"))
                        .map(password -> new Found(
                                "PASSWORD",
                                "A password stands here in clear text: in this file, in its history and in the server's log.",
                                "Change it, and set the new one outside of migrations."))
                        .toList()
                : List.of();
    }
}
