package dev.plumbline.operation.rotation;

import dev.plumbline.execute.Pause;
import dev.plumbline.model.Problem;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.plan.rotation.RotationStep;
import java.time.Duration;

/** The migration of a version: its Job is created where it is not there yet, awaited, and believed only when the database tells the version. */
final class MigrationOfVersion {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final RotationTarget on;
    private final Duration jobWait;

    MigrationOfVersion(RotationTarget on, Duration jobWait) {
        this.on = on;
        this.jobWait = jobWait;
    }

    void run(String version, RotationStep step) {
        DatabaseMigration migration = on.plan().facts().migration(version).orElseThrow();
        boolean running = on.plan()
                .facts()
                .jobs()
                .value()
                .filter(jobs -> jobs.containsKey(version))
                .isPresent();
        if (!running) {
            on.resources().writing().createJob(on.database(), migration);
        }
        MigrationJob job = await(version, step);
        on.require(
                job.state() == MigrationJob.State.SUCCEEDED,
                step,
                "Migration job failed to complete (" + job.name() + "): " + job.failure());
        String current = on.live().current().value().orElse("");
        on.require(
                current.equals(version),
                step,
                "Job " + job.name() + " has succeeded, and alembic_version holds \"" + current + "\" instead of "
                        + version + ".");
    }

    private MigrationJob await(String version, RotationStep step) {
        long deadline = System.nanoTime() + jobWait.toNanos();
        MigrationJob job = on.resources().readJob(on.database(), version);
        while (job.state() == MigrationJob.State.PENDING || job.state() == MigrationJob.State.ACTIVE) {
            if (System.nanoTime() >= deadline) {
                throw on.problem(
                        Problem.Kind.TIMED_OUT,
                        "ROT-JOB-WAIT",
                        step,
                        "Job " + job.name() + " has not ended after " + jobWait.toSeconds() + " s.",
                        "It goes on by itself: rotate again when it has ended.");
            }
            Pause.of(LOOK_EVERY, on.cancel());
            job = on.resources().readJob(on.database(), version);
        }
        return job;
    }
}
