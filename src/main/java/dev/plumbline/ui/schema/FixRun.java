package dev.plumbline.ui.schema;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import java.util.function.Consumer;

/** Runs the approved repair of a table; {@code seen} hears each structure that is read again. Blocks; runs on a background thread. */
@FunctionalInterface
public interface FixRun {
    RunOutcome run(
            FixSchema.Fix fix,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            CancelToken cancel);
}
