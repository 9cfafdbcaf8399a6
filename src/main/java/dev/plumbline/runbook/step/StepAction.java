package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.runbook.document.Block;

/** What a kind of block does. One kind to a file. */
interface StepAction {
    /** Looks at what the block would do, and changes nothing. */
    Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress);

    /** Whether an interrupted step took effect, as far as its {@link StepScope#marks} lead to an answer; changes nothing. */
    default Effect effect(Block block, StepScope scope, CancelToken cancel) {
        return Effect.UNKNOWN;
    }
}
