package dev.plumbline.operation;

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
        CheckSchemas schemas,
        FixSchema schemaFixes,
        StructureChanges changedStructures,
        ReadAccess access,
        AskWhy why,
        ChangeAccess changes,
        ReadRoleDependents dependents,
        MeasurePreflight measuring,
        ProveNextObject nextProofs,
        ReadJournal journal,
        ExplainRun explanations,
        DirectConnections direct,
        ContextCare care) {}
