package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.runbook.document.Block;

/** What a kind of block does. One kind to a file. */
interface StepAction {
    /** Looks at what the block would do, and changes nothing. */
    Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress);
}
