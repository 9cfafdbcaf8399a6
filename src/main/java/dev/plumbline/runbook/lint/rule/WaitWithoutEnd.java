package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB503: a wait that says nothing of how long. */
public final class WaitWithoutEnd implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB503;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.ofKind(BlockKind.KUBE_WAIT)
                .filter(block -> !block.has(Block.TIMEOUT))
                .map(block -> new Found(
                        block.place(), "This wait does not say how long it waits.", "timeout=5m in its fence."))
                .toList();
    }
}
