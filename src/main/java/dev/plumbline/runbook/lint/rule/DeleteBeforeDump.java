package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB401: rows taken away before a dump of them that a check verified. */
public final class DeleteBeforeDump implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB401;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            String lost = Losses.of(subject, block);
            if (lost.isEmpty() || block.kind() == BlockKind.KUBE_DELETE && Quarantine.follows(subject, block)) {
                continue;
            }
            List<Block> dumps = subject.before(block).stream()
                    .filter(each -> each.kind() == BlockKind.DUMP && subject.surelyPrecedes(each, block))
                    .toList();
            if (dumps.stream()
                    .allMatch(each -> subject.runbook().verifiesOf(each.id()).isEmpty())) {
                found.add(new Found(
                        block.place(),
                        "This " + lost
                                + (dumps.isEmpty()
                                        ? ", and nothing was dumped before."
                                        : ", and nothing verified the dump before it."),
                        dumps.isEmpty()
                                ? "A dump block before it, with a check verify that counts what was dumped."
                                : "A check verify behind the dump "
                                        + dumps.get(0).id() + "."));
            }
        }
        return found;
    }
}
