package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB203: a restart that the next step, or a check of its own, does not wait for. */
public final class RestartWithoutWait implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB203;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.ofKind(BlockKind.KUBE_RESTART)
                .filter(block -> subject.runbook().verifiesOf(block.id()).isEmpty())
                .filter(block ->
                        subject.after(block).stream().limit(1).noneMatch(next -> next.kind() == BlockKind.KUBE_WAIT))
                .map(block -> new Found(
                        block.place(),
                        "The next step begins while the pods are still being replaced: it may meet the old ones or none.",
                        "kube wait for condition=Available of the Deployment, or a check verify."))
                .toList();
    }
}
