package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB402: a destructive step that no approve block comes before in the same way. */
public final class DestructiveUnapproved implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB402;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.blocks().stream()
                .filter(block -> subject.classOf(block) == StepClass.DESTRUCTIVE)
                .filter(block ->
                        subject.ofKind(BlockKind.APPROVE).noneMatch(approve -> subject.surelyPrecedes(approve, block)))
                .map(block -> new Found(
                        block.place(),
                        "What this step takes away does not come back, and nobody was asked before it.",
                        "An approve block before it, in the same section."))
                .toList();
    }
}
