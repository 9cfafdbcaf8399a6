package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.Node;

/** Whether a transaction is open, by the file's mode or by what the file itself says. */
record OpenTransaction(boolean around, boolean own) {
    static OpenTransaction around(TransactionMode mode) {
        return new OpenTransaction(mode != TransactionMode.NONE, false);
    }

    boolean isOpen() {
        return around || own;
    }

    OpenTransaction after(Node tree) {
        if (!tree.is("TransactionStmt")) {
            return this;
        }
        return switch (tree.text("kind")) {
            case "TRANS_STMT_BEGIN", "TRANS_STMT_START" -> new OpenTransaction(around, true);
            case "TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK", "TRANS_STMT_PREPARE" ->
                new OpenTransaction(false, tree.flag("chain"));
            default -> this;
        };
    }
}
