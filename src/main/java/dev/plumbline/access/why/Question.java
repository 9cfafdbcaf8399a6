package dev.plumbline.access.why;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Privilege;
import org.jspecify.annotations.Nullable;

/** May this role (a number of {@link dev.plumbline.model.RoleIndex}, known) use this privilege on the object, or on one column of it? */
public record Question(
        int role,
        Privilege privilege,
        DatabaseObject object,
        @Nullable Column column) {
    /** In words: {@code app_v3 SELECT ledger.entries}. */
    public String shown(AccessSnapshot snapshot) {
        String what =
                object.shown() + (column == null ? "" : " (" + column.name().shown() + ")");
        return snapshot.roles().shown(role) + " " + privilege.word() + " " + what;
    }
}
