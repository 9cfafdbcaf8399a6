package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.AnnotationTable;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB205: a step that sets nothing but an annotation which alone repairs nothing. */
public final class AnnotationAlone implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB205;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            if (!Annotations.isAllThatIsSet(block)) {
                continue;
            }
            for (String annotation : Annotations.of(block)) {
                AnnotationTable.standard()
                        .whyNotEnough(annotation)
                        .ifPresent(why -> found.add(new Found(
                                Subject.at(block, annotation),
                                "Nothing but the annotation " + annotation + " is set. " + why,
                                "Change the spec, restart the operator, or use plan schema-fix, which is verified.")));
            }
        }
        return found;
    }
}
