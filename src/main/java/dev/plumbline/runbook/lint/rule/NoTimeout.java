package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.lint.Lock;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RB601: SQL that takes ACCESS EXCLUSIVE or reads a whole table, without timeout= in its fence and without a lock_timeout or statement_timeout of its own. */
public final class NoTimeout implements RunbookRule {
    private static final Set<String> SCANS = Set.of("AT_ValidateConstraint", "AT_SetNotNull");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB601;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.ofKind(BlockKind.SQL_CHANGE).toList()) {
            List<Node> statements = subject.statements(block);
            boolean isTimed = block.has(Block.TIMEOUT)
                    || statements.stream()
                            .anyMatch(each -> each.is("VariableSetStmt")
                                    && each.text("name").endsWith("_timeout"));
            Optional<String> why = statements.stream()
                    .map(statement -> why(statement, block.body().contains("${")))
                    .filter(each -> !each.isEmpty())
                    .findFirst();
            if (!isTimed && why.isPresent()) {
                found.add(new Found(
                        block.place(),
                        why.get()
                                + ", and nothing limits how long it waits or runs; whoever comes behind it waits as well.",
                        "timeout=30s in its fence, or SET LOCAL lock_timeout = '2s' before it."));
            }
        }
        return found;
    }

    private static String why(Node statement, boolean isNameOpen) {
        Optional<Lock> lock = Lock.of(statement).stream()
                .filter(each -> each.mode() == LockMode.ACCESS_EXCLUSIVE)
                .findFirst();
        if (lock.isPresent()) {
            return "This takes ACCESS EXCLUSIVE on "
                    + (isNameOpen ? "its table" : lock.get().table().shown());
        }
        boolean scans = statement.is("IndexStmt")
                || statement.nodes("cmds").stream().anyMatch(each -> SCANS.contains(each.text("subtype")));
        return scans ? "This reads the whole table" : "";
    }
}
