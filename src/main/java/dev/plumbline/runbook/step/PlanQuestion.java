package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import java.util.ArrayList;
import java.util.List;

/** {@code plan: {operation, with}}: holds where the operation, planned anew from what is there now, would do nothing. What it would still do is the evidence. */
final class PlanQuestion implements Checking.Question {
    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        return judged(new PlanAction()
                .prepare(asPlan(block), scope, cancel, Progress.NONE)
                .preview());
    }

    /** What a preview of now says of an operation that is to be done already. */
    static CheckAnswer judged(Preview now) {
        List<String> evidence = new ArrayList<>(now.lines());
        now.command().lines().forEach(evidence::add);
        List<String> seen = Evidence.capped(evidence);
        return switch (now.verdict()) {
            case ALREADY_SO ->
                new CheckAnswer(CheckAnswer.Finding.HOLDS, "Planned again, nothing is left to do.", seen);
            case WOULD_CHANGE ->
                new CheckAnswer(CheckAnswer.Finding.FAILS, "Planned again, something is left to do.", seen);
            case CANNOT_TELL, READS, WAITS, ASKS ->
                new CheckAnswer(CheckAnswer.Finding.UNKNOWN, "Planned again, it cannot be told what is left.", seen);
        };
    }

    /** The fields as they are written: the operation puts variables in itself, and once. */
    private static Block asPlan(Block block) {
        return new Block(
                block.id(),
                BlockKind.PLAN,
                block.attributes(),
                block.body(),
                block.field("plan") instanceof ObjectNode plan ? plan : JsonNodeFactory.instance.objectNode(),
                block.title(),
                block.section(),
                block.prose(),
                block.verifies(),
                block.place());
    }
}
