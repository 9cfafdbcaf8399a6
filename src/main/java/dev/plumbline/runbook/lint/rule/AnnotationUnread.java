package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.AnnotationTable;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB204: an annotation with an operator's prefix that the operator does not read. */
public final class AnnotationUnread implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB204;
    }

    @Override
    public List<Found> look(Subject subject) {
        AnnotationTable table = AnnotationTable.standard();
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (String annotation : Annotations.of(block)) {
                if (table.isReadByNobody(annotation)) {
                    String instead = table.readInstead(annotation).get(0);
                    found.add(new Found(
                            Subject.at(block, annotation),
                            "The operator does not read the annotation " + annotation + ".",
                            "It reads " + instead + "."
                                    + table.whyNotEnough(instead)
                                            .map(why -> " " + why)
                                            .orElse("")));
                }
            }
        }
        return found;
    }
}
