package dev.plumbline.operation;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.OwnershipModel;

/** The documented sentences for a Database that has nothing to check. */
final class NotApplicable {
    private NotApplicable() {}

    static String reasonOfResource(DeclaredDatabase database) {
        OwnershipModel model = database.ownership();
        if (model instanceof OwnershipModel.Direct) {
            return "Database uses direct ownership (spec.owner) — reverse privileges are not applicable.";
        }
        if (model instanceof OwnershipModel.None) {
            return "No ownership model configured — nothing to migrate.";
        }
        if (model instanceof OwnershipModel.DefaultPrivilegesOff) {
            return "Default privileges are explicitly disabled (setDefaultPrivileges=false) — skipping.";
        }
        return "";
    }

    static String reason(DeclaredDatabase database, DeclaredInstance instance) {
        String reason = reasonOfResource(database);
        if (!reason.isEmpty() || instance.supportsDefaultPrivileges()) {
            return reason;
        }
        return "Engine \"" + instance.engine() + "\" does not support ALTER DEFAULT PRIVILEGES — skipping.";
    }
}
