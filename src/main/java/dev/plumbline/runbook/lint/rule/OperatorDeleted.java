package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;
import java.util.regex.Pattern;

/** RB202: the workload of an operator deleted: what it looks after is looked after by nobody until somebody installs it again. */
public final class OperatorDeleted implements RunbookRule {
    private static final Pattern OPERATOR = Pattern.compile("(?i).*(operator|controller).*");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB202;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.ofKind(BlockKind.KUBE_DELETE)
                .flatMap(block -> KubeUse.of(block).stream())
                .filter(DeletedThenRestarted::isWorkload)
                .filter(use -> OPERATOR.matcher(subject.resolved(use.name())).matches())
                .map(use -> new Found(
                        use.block().place(),
                        "This deletes the operator itself, " + use.kind() + " " + subject.resolved(use.name())
                                + ": it does not come back by itself, and nothing reconciles until it is installed again.",
                        "Restart it by kube restart."))
                .toList();
    }
}
