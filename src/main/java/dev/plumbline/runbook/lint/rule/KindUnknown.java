package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.ClusterSchema;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.KindTable;
import dev.plumbline.runbook.lint.KubeUse;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RB206: a kind that the cluster does not know, or without a cluster one that is written nearly like one that is known. */
public final class KindUnknown implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB206;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (KubeUse use : KubeUse.of(block)) {
                if (use.kind().isEmpty() || use.kind().contains("${")) {
                    continue;
                }
                ClusterSchema.Answer answer = subject.schema().knows(use.kind());
                Optional<String> meant = KindTable.nearest(
                                use.kind(), subject.schema().kinds())
                        .or(() -> KindTable.standard().nearest(use.kind()));
                boolean isTypo =
                        answer == ClusterSchema.Answer.UNKNOWN && use.facts().isEmpty() && meant.isPresent();
                if (answer == ClusterSchema.Answer.NO || isTypo) {
                    found.add(new Found(
                            Subject.at(block, use.kind()),
                            answer == ClusterSchema.Answer.NO
                                    ? "The cluster knows no kind \"" + use.kind() + "\"."
                                    : "No kind \"" + use.kind() + "\" is known here.",
                            meant.map(each -> "Was " + each + " meant?").orElse("")));
                }
            }
        }
        return found;
    }
}
