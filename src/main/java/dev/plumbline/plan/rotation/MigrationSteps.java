package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.List;
import java.util.Optional;

/** Runs the migration of a version by its Job, once its hints were looked at; a Job that is there already is awaited where it can still come to its end. */
final class MigrationSteps {
    private final RotationDraft draft;

    MigrationSteps(RotationDraft draft) {
        this.draft = draft;
    }

    void migrate(DatabaseMigration migration, List<HintFinding> hints) {
        String version = migration.version();
        migration.problems().stream()
                .filter(problem -> problem.startsWith("spec.migrationContainerSpec"))
                .forEach(problem -> draft.refuse("DatabaseMigration " + version + ": " + problem));
        if (!migration.hints().isEmpty()) {
            draft.add(
                    Kind.CHECK_HINTS,
                    version,
                    5,
                    migration.hints().size() + " hints of what it does",
                    "read the data they speak of");
            hints.stream()
                    .filter(HintFinding::blocks)
                    .filter(finding -> draft.database().hintsEnabled())
                    .forEach(finding -> draft.refuse(finding.message()));
        }
        Optional<MigrationJob> job = draft.facts().jobs().value().map(jobs -> jobs.get(version));
        String name = draft.database().jobOf(version);
        if (draft.facts().jobs().value().isEmpty()) {
            draft.refuse("The Jobs cannot be seen: " + draft.facts().jobs().gap());
        }
        job.filter(found -> !found.owned())
                .ifPresent(found -> draft.refuse("Job " + name + " is there and is not this database's."));
        job.filter(found -> found.owned() && found.state() == MigrationJob.State.FAILED)
                .ifPresent(found -> draft.refuse("Migration job failed to complete (" + name + "): " + found.failure()
                        + ". Read its log, delete it, and rotate again."));
        job.filter(found -> found.owned() && found.state() == MigrationJob.State.SUCCEEDED)
                .ifPresent(found -> draft.refuse("Job " + name + " has succeeded, and alembic_version does not hold "
                        + version + ": its container must write it."));
        draft.add(
                Kind.RUN_MIGRATION,
                version,
                5,
                "migrate to " + version,
                (job.isPresent() ? "wait for Job " : "create and await Job ") + name + ", image " + migration.image()
                        + ", as of version " + migration.resourceVersion());
    }
}
