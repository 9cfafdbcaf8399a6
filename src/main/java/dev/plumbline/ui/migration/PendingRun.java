package dev.plumbline.ui.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.operation.migration.PlaceMigrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import java.util.function.Consumer;

/** Runs approved migrations; {@code seen} hears what is read again afterwards. Blocks; runs on a background thread. */
@FunctionalInterface
public interface PendingRun {
    RepairResult run(
            PlannedMigrations planned,
            Approval approval,
            Consumer<PlaceMigrations.Standing> seen,
            RunListener listener,
            CancelToken cancel);
}
