package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;
import java.util.Set;

/** RB404: a change that neither a check verify nor the next step looks at. Plan blocks verify themselves. */
public final class ChangeUnverified implements RunbookRule {
    private static final Set<BlockKind> LOOKS = Set.of(BlockKind.CHECK, BlockKind.KUBE_WAIT);

    @Override
    public RunbookCode code() {
        return RunbookCode.RB404;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.changes()
                .filter(block -> block.kind() != BlockKind.PLAN && block.kind() != BlockKind.CHECK)
                .filter(block -> subject.runbook().verifiesOf(block.id()).isEmpty())
                .filter(block -> subject.after(block).stream().limit(1).noneMatch(next -> LOOKS.contains(next.kind())))
                .map(block -> new Found(
                        block.place(),
                        "Nothing tells whether this took effect.",
                        "A check verify behind it, which reads what it should have changed."))
                .toList();
    }
}
