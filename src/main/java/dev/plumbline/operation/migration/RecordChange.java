package dev.plumbline.operation.migration;

import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.plan.Plan;

/**
 * A plan that writes the table of what was run and nothing else.
 *
 * @param records as they were read
 * @param to what is to be recorded of the version
 */
public record RecordChange(String dsn, MigrationChoice choice, Revisions records, String version, To to, Plan plan) {
    public enum To {
        /** All of the file is recorded as run. */
        APPLIED,
        /** Nothing of it is recorded any more. */
        NOT_APPLIED
    }
}
