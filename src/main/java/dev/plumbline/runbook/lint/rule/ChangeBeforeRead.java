package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB403: the first change of a way, with nothing read before it. */
public final class ChangeBeforeRead implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB403;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.changes()
                .filter(block -> block.kind() != BlockKind.PLAN)
                .filter(block -> subject.before(block).stream()
                        .noneMatch(each -> subject.classOf(each) == StepClass.READ
                                || subject.classOf(each).changes()))
                .map(block -> new Found(
                        block.place(),
                        "This changes something before anything was looked at.",
                        "Read first whether it is as this runbook supposes, best by a check guard."))
                .toList();
    }
}
