package dev.plumbline.operation;

import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlaceMigrations;
import dev.plumbline.operation.rotation.Rotations;

/** Everything a person can ask for, made once by the composition root and handed to the window or the command line. */
public record Operations(
        ListContexts contexts,
        ReadEstate estate,
        CheckOwnership ownership,
        CheckFleet fleet,
        PlanRepair plans,
        ProvePlan proofs,
        RunRepair repairs,
        RecordDrift recording,
        PatchResource patches,
        ExportPlan exports,
        TakeSnapshot snapshots,
        CompareStructure structures,
        ApplyFolder folderPlans,
        PullFolder pulls,
        ReadTracking tracking,
        Migrations migrations,
        PlaceMigrations placeMigrations,
        IgnoreDifferences ignored,
        CheckSchemas schemas,
        FixSchema schemaFixes,
        QuarantineTable quarantines,
        ForceReconcile reconciles,
        CheckGates gates,
        ComposeUpgrade upgrades,
        Rotations rotations,
        StructureChanges changedStructures,
        ReadAccess access,
        AskWhy why,
        ChangeAccess changes,
        ReadRoleDependents dependents,
        MeasurePreflight measuring,
        ProveNextObject nextProofs,
        ReadJournal journal,
        ReadHappenings happenings,
        ExplainRun explanations,
        DirectConnections direct,
        ContextCare care) {}
