package dev.plumbline.drift.velocity;

import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.List;

/**
 * The three ways of Velocity's runbook "Quarantine Drifted Schema", for the findings of one table. Source of what the operator does: its own code as published
 * (ddl_builder, migration_diff, drift_sweep), which writes no condition, keeps the hash of each spec in memory, and compares columns alone.
 */
public final class RecoveryOptions {
    private RecoveryOptions() {}

    public static List<RecoveryOption> of(SchemaDefinition definition, SchemaDrift drift) {
        return List.of(
                ByOperatorRoute.of(definition, drift),
                ByHandRoute.of(definition, drift),
                RecreateRoute.of(definition, drift));
    }

    /** Lists that the runbook reads and velocity.sh/v1 does not have: the operator never made what they ask for. */
    static boolean isOfRunbookAlone(SchemaFinding finding) {
        return finding.source().startsWith("spec.indexes")
                || finding.source().startsWith("spec.constraints")
                || finding.source().startsWith("rowFilter,");
    }

    static String place(SchemaDefinition definition) {
        return definition.ref().name() + " -n " + definition.ref().namespace();
    }
}
