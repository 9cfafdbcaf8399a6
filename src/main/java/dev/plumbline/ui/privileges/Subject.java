package dev.plumbline.ui.privileges;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of the screen is about: an object, or one of its columns that has grants of its own. */
public record Subject(DatabaseObject object, @Nullable Column column) {
    public ObjectKind kind() {
        return column == null ? object.kind() : ObjectKind.COLUMN;
    }

    public String shown() {
        return column == null
                ? object.shown()
                : object.shown() + " (" + column.name().shown() + ")";
    }

    public String schemaText() {
        Name schema = object.schema();
        return schema == null ? "" : schema.text();
    }

    public PrivilegeRow row(EffectivePrivileges privileges) {
        PrivilegeRow row = privileges.row(object);
        return column == null ? row : privileges.column(row, column);
    }

    List<Privilege> possible(ServerVersion version) {
        return kind().privileges(version);
    }

    /** The bits that mean something here: all but those of privileges that this version does not know yet. Letters newer than this program stay. */
    long meaningful(ServerVersion version) {
        return ~kind().all().bits() | PrivilegeSet.of(possible(version)).bits();
    }
}
