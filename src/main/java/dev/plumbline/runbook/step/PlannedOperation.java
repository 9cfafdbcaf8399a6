package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.runbook.document.Block;

/** One operation that a {@code plan} block may call. It plans, is approved, runs and verifies itself by reading again; one to a file. */
interface PlannedOperation {
    /** @param with its arguments, with variables put in */
    Prepared prepare(Block block, ObjectNode with, StepScope scope, CancelToken cancel, Progress progress);
}
