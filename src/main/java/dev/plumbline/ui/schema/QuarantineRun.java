package dev.plumbline.ui.schema;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.QuarantineTable;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import java.util.function.Consumer;

/** Runs the approved setting aside of a table; {@code seen} hears each structure that is read again. Blocks; runs on a background thread. */
@FunctionalInterface
public interface QuarantineRun {
    RunOutcome run(
            QuarantineTable.Quarantine quarantine,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            CancelToken cancel);
}
