package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.lock.LockMode;
import java.util.Set;

/** The lock that one command of an ALTER TABLE takes on its table (PostgreSQL 18, {@code AlterTableGetLockLevel}). */
final class AlterLock {
    private static final Set<String> SHARE_UPDATE_EXCLUSIVE = Set.of(
            "AT_SetStatistics",
            "AT_ClusterOn",
            "AT_DropCluster",
            "AT_SetOptions",
            "AT_ResetOptions",
            "AT_ValidateConstraint",
            "AT_AttachPartition",
            "AT_DetachPartitionFinalize");
    private static final Set<String> SHARE_ROW_EXCLUSIVE = Set.of(
            "AT_EnableTrig",
            "AT_EnableAlwaysTrig",
            "AT_EnableReplicaTrig",
            "AT_EnableTrigAll",
            "AT_EnableTrigUser",
            "AT_DisableTrig",
            "AT_DisableTrigAll",
            "AT_DisableTrigUser");
    /** Parameters of storage that need more than SHARE UPDATE EXCLUSIVE ({@code reloptions.c}). */
    private static final Set<String> STRICT = Set.of("user_catalog_table");

    private AlterLock() {}

    static LockMode of(Node command) {
        String subtype = command.text("subtype");
        if (SHARE_UPDATE_EXCLUSIVE.contains(subtype)) {
            return LockMode.SHARE_UPDATE_EXCLUSIVE;
        }
        if (SHARE_ROW_EXCLUSIVE.contains(subtype)) {
            return LockMode.SHARE_ROW_EXCLUSIVE;
        }
        return switch (subtype) {
            case "AT_AddConstraint" ->
                command.node("def").text("contype").equals("CONSTR_FOREIGN")
                        ? LockMode.SHARE_ROW_EXCLUSIVE
                        : LockMode.ACCESS_EXCLUSIVE;
            case "AT_DetachPartition" ->
                command.node("def").flag("concurrent") ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            case "AT_SetRelOptions", "AT_ResetRelOptions" ->
                command.all("DefElem").stream().anyMatch(each -> STRICT.contains(each.text("defname")))
                        ? LockMode.ACCESS_EXCLUSIVE
                        : LockMode.SHARE_UPDATE_EXCLUSIVE;
            default -> LockMode.ACCESS_EXCLUSIVE;
        };
    }
}
