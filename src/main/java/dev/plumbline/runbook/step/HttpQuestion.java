package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.runbook.HttpProbe;
import dev.plumbline.runbook.document.Block;

/** {@code http: {url, headers}} with {@code equals:} its status (200 where it says nothing), or {@code expect} as a block of its own has it. */
final class HttpQuestion implements Checking.Question {
    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        HttpProbe.Answer answer = HttpAction.send(fields.path("http"), scope, cancel);
        String wrong = HttpAction.wrong(
                answer,
                fields.has("equals")
                        ? fields.path("equals")
                        : fields.path("http").path("expect"));
        return CheckAnswer.of(
                wrong.isEmpty(), wrong.isEmpty() ? "Status " + answer.status() + "." : wrong, HttpAction.shown(answer));
    }
}
