package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RB303: rows counted after a setting that policies read, by whatever login the step has. Superusers, roles with BYPASSRLS and, without FORCE, the owner see all rows (PostgreSQL
 * manual 5.9), so equal counts and different counts prove nothing.
 */
public final class RowSecurityByCount implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB303;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            List<Node> statements = subject.statements(block);
            List<Node> sets = statements.stream()
                    .filter(each -> each.is("VariableSetStmt"))
                    .toList();
            Optional<String> setting = sets.stream()
                    .map(each -> each.text("name"))
                    .filter(name -> name.contains("."))
                    .findFirst();
            boolean reads = statements.stream()
                    .anyMatch(each ->
                            each.is("SelectStmt") && !each.nodes("fromClause").isEmpty());
            boolean isAsRole = sets.stream()
                            .anyMatch(each -> each.text("name").equals("role")
                                    || each.text("name").equals("session_authorization"))
                    || subject.sql(block).contains("row_security_active");
            if (setting.isPresent() && reads && !isAsRole) {
                found.add(
                        new Found(
                                Subject.at(block, setting.get()),
                                "Row security does not hold for superusers, for roles with BYPASSRLS, nor without FORCE for the owner: what an administrator's login counts after SET "
                                        + setting.get() + " proves nothing about policies.",
                                "SET LOCAL ROLE to the role of the application first, and have row_security_active(table) be true."));
            }
        }
        return found;
    }
}
