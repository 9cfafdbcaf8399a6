package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.transcript.Transcript;

/** What a transcript says of a preview and of an approval. */
final class PreviewText {
    private PreviewText() {}

    static ObjectNode data(Preview preview) {
        ObjectNode data = Transcript.data()
                .put("sentence", preview.verdict().words())
                .put("verdict", preview.verdict().words())
                .put("class", preview.stepClass().word())
                .put("target", preview.target())
                .put("command", preview.command())
                .put("digest", preview.digest());
        preview.lines().forEach(data.withArray("evidence")::add);
        preview.destructive().forEach(data.withObject("/destructive")::put);
        return data;
    }

    static ObjectNode approval(StepApproval approval) {
        ObjectNode data = Transcript.data().put("digest", approval.digest()).put("by", approval.by());
        approval.allowed().stream().sorted().forEach(data.withArray("allowed")::add);
        return data;
    }
}
