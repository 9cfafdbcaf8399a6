package dev.plumbline.ui.rotation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.operation.rotation.RotationListener;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.rotation.RotationPlan;
import java.util.function.Consumer;

/** Runs an approved rotation; {@code seen} hears what is read again afterwards. Blocks; runs on a background thread. */
@FunctionalInterface
public interface RotationRun {
    RepairResult run(
            RotationPlan plan,
            Approval approval,
            Consumer<RotationReport> seen,
            RotationListener listener,
            CancelToken cancel);
}
