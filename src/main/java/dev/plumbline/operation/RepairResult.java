package dev.plumbline.operation;

import dev.plumbline.plan.RunOutcome;

/** How a repair ended in the database, and what was written about it to the cluster. */
public record RepairResult(RunOutcome outcome, Recording recording) {}
