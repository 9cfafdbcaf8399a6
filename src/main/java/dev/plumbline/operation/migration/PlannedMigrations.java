package dev.plumbline.operation.migration;

import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * A plan of migrations with all that it rests on.
 *
 * @param database in words
 * @param live what the database was made of
 * @param trace how what is to run went on the scratch server
 * @param lint of what is to run
 */
public record PlannedMigrations(
        String dsn,
        MigrationChoice choice,
        String database,
        MigrationState state,
        Revisions revisions,
        StructureSnapshot live,
        MigrationTrace trace,
        LintReport lint,
        Plan plan,
        List<String> notes,
        Instant at) {
    public PlannedMigrations {
        notes = List.copyOf(notes);
    }
}
