package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.List;

/** RB405: a SchemaDefinition deleted so that its table goes: it has no finalizer, and its operator drops nothing, so the table stays and nobody's resource claims it. */
public final class TableStays implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB405;
    }

    @Override
    public List<Found> look(Subject subject) {
        return subject.ofKind(BlockKind.KUBE_DELETE)
                .flatMap(block -> KubeUse.of(block).stream())
                .filter(use -> use.facts()
                        .filter(facts -> facts.kind().equals("SchemaDefinition"))
                        .isPresent())
                .filter(use -> !Quarantine.follows(subject, use.block()))
                .map(use -> new Found(
                        use.block().place(),
                        "Deleting a SchemaDefinition drops no table: the table stays with all its rows, and no resource claims it any more.",
                        "plan quarantine moves an unclaimed table aside, from where it can come back."))
                .toList();
    }
}
