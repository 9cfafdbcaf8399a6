package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.ClusterSchema;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB207: a field that the kind does not have by the cluster's own schema: the server drops it from what is applied, and a wait for it never ends. */
public final class FieldUnknown implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB207;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (KubeUse use : KubeUse.of(block)) {
                for (String path : Fields.of(block)) {
                    if (subject.schema().knowsField(use.kind(), path) == ClusterSchema.Answer.NO) {
                        String last = path.substring(path.lastIndexOf('.') + 1);
                        found.add(new Found(
                                Subject.at(block, last),
                                use.kind() + " has no field " + path + " in this cluster.",
                                "Look at its definition for the field that is meant."));
                    }
                }
            }
        }
        return found;
    }
}
