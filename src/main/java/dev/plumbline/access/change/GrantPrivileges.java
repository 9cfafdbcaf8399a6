package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GRANT on one object, or on one of its columns, without grant option. The server records it as granted by the object's owner. */
public record GrantPrivileges(
        DatabaseObject object, @Nullable Column column, int grantee, PrivilegeSet privileges) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        return column == null
                ? AccessListEdit.withAcl(
                        before,
                        object,
                        acl -> AccessListEdit.granting(acl, grantee, object.owner(), privileges.bits(), 0))
                : AccessListEdit.withColumnAcl(
                        before,
                        column,
                        acl -> AccessListEdit.granting(acl, grantee, object.owner(), privileges.bits(), 0));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        Sql words =
                column == null ? ObjectSql.words(privileges.list()) : ObjectSql.words(privileges.list(), column.name());
        Sql to = grantee == RoleIndex.PUBLIC ? Sql.of("PUBLIC") : Sql.of("%I", role(before));
        return List.of(Sql.of("GRANT %s ON %s TO %s", words, ObjectSql.target(object, before.version()), to));
    }

    private Name role(AccessSnapshot before) {
        return Objects.requireNonNull(before.roles().grantee(grantee).role(), "a dropped role is granted nothing");
    }
}
