package dev.plumbline.ui.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.TriedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;

/** Runs approved migrations on the live server and rolls them back. Blocks; runs on a background thread. */
@FunctionalInterface
public interface PendingTrial {
    TriedMigrations run(MigrationTrial trial, Approval approval, RunListener listener, CancelToken cancel);
}
