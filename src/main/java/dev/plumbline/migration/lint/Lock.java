package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.lock.LockMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock that a statement takes on something that was there, as the text tells (PostgreSQL 18, {@code AlterTableGetLockLevel} in {@code tablecmds.c}; manual 13.3.1). Of an index that is
 * dropped, built anew or renamed the table is not in the text; then the index stands for it.
 */
public record Lock(TableName table, LockMode mode) {

    /** The strongest for each table of the statement; locks that keep no writer waiting included. */
    public static List<Lock> of(Node tree) {
        return switch (tree.type()) {
            case "AlterTableStmt" -> altered(tree);
            case "IndexStmt" -> one(tree, tree.flag("concurrent") ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
            case "CreateTrigStmt" -> one(tree, LockMode.SHARE_ROW_EXCLUSIVE);
            case "CreatePolicyStmt", "AlterPolicyStmt" ->
                List.of(new Lock(TableName.of(tree.plain("table")), LockMode.ACCESS_EXCLUSIVE));
            case "RuleStmt", "ClusterStmt" -> one(tree, LockMode.ACCESS_EXCLUSIVE);
            case "RefreshMatViewStmt" ->
                one(tree, tree.flag("concurrent") ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
            case "RenameStmt" -> renamed(tree);
            case "TruncateStmt" -> each(tree.nodes("relations"), LockMode.ACCESS_EXCLUSIVE);
            case "LockStmt" -> locked(tree);
            case "DropStmt" -> dropped(tree);
            case "VacuumStmt" ->
                Options.isSet(tree.nodes("options"), "full")
                        ? tree.nodes("rels").stream()
                                .map(each -> new Lock(TableName.of(each.plain("relation")), LockMode.ACCESS_EXCLUSIVE))
                                .toList()
                        : List.of();
            case "ReindexStmt" ->
                Options.isSet(tree.nodes("params"), "concurrently") ? List.of() : one(tree, LockMode.SHARE);
            case "CreateStmt" -> referenced(tree);
            default -> List.of();
        };
    }

    private static List<Lock> one(Node tree, LockMode mode) {
        return List.of(new Lock(TableName.of(tree.plain("relation")), mode));
    }

    private static List<Lock> each(List<Node> tables, LockMode mode) {
        return tables.stream().map(each -> new Lock(TableName.of(each), mode)).toList();
    }

    private static List<Lock> renamed(Node tree) {
        boolean isIndex = tree.text("renameType").equals("OBJECT_INDEX");
        return tree.plain("relation").exists()
                ? one(tree, isIndex ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE)
                : List.of();
    }

    private static List<Lock> locked(Node tree) {
        return switch ((int) tree.number("mode")) {
            case 5 -> each(tree.nodes("relations"), LockMode.SHARE);
            case 6 -> each(tree.nodes("relations"), LockMode.SHARE_ROW_EXCLUSIVE);
            case 7 -> each(tree.nodes("relations"), LockMode.EXCLUSIVE);
            case 8 -> each(tree.nodes("relations"), LockMode.ACCESS_EXCLUSIVE);
            default -> List.of();
        };
    }

    private static List<Lock> dropped(Node tree) {
        List<Lock> locks = new ArrayList<>();
        if (!tree.flag("concurrent")) {
            for (String kind : List.of("OBJECT_TABLE", "OBJECT_INDEX", "OBJECT_VIEW", "OBJECT_MATVIEW")) {
                Dropped.relations(tree, kind).forEach(table -> locks.add(new Lock(table, LockMode.ACCESS_EXCLUSIVE)));
            }
        }
        return locks;
    }

    private static List<Lock> referenced(Node tree) {
        List<Lock> locks = new ArrayList<>();
        tree.all("Constraint").stream()
                .filter(each -> each.text("contype").equals("CONSTR_FOREIGN"))
                .forEach(
                        each -> locks.add(new Lock(TableName.of(each.plain("pktable")), LockMode.SHARE_ROW_EXCLUSIVE)));
        if (tree.plain("partbound").exists()) {
            locks.addAll(each(tree.nodes("inhRelations"), LockMode.ACCESS_EXCLUSIVE));
        }
        return locks;
    }

    private static List<Lock> altered(Node tree) {
        if (tree.text("objtype").equals("OBJECT_TYPE")) {
            return List.of();
        }
        LockMode strongest = LockMode.SHARE_UPDATE_EXCLUSIVE;
        List<Lock> locks = new ArrayList<>();
        for (Node command : tree.nodes("cmds")) {
            LockMode mode = AlterLock.of(command);
            strongest = mode.compareTo(strongest) > 0 ? mode : strongest;
            for (Node constraint : command.all("Constraint")) {
                if (constraint.text("contype").equals("CONSTR_FOREIGN")) {
                    locks.add(new Lock(TableName.of(constraint.plain("pktable")), LockMode.SHARE_ROW_EXCLUSIVE));
                }
            }
        }
        locks.add(0, new Lock(AlterTable.table(tree), strongest));
        return locks;
    }
}
