package dev.plumbline.access.change;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * REVOKE of what one grantor gave one grantee. Only that grantor's grant goes, so where the grantor is not the owner the statement must run as the
 * grantor: run by the owner it would say REVOKE and change nothing. On a table it takes what that grantor gave on its columns as well.
 */
public record RevokePrivileges(
        DatabaseObject object, @Nullable Column column, int grantee, int grantor, PrivilegeSet privileges)
        implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        if (column != null) {
            return AccessListEdit.withColumnAcl(before, column, this::revoked);
        }
        AccessSnapshot after = AccessListEdit.withAcl(before, object, this::revoked);
        return object.kind() == ObjectKind.RELATION && before.columns().stream().anyMatch(this::loses)
                ? after.withColumns(before.columns().stream()
                        .map(found -> loses(found)
                                ? new Column(
                                        found.relation(),
                                        found.number(),
                                        found.name(),
                                        AccessListEdit.orNull(revoked(Objects.requireNonNull(found.acl()))))
                                : found)
                        .toList())
                : after;
    }

    /** REVOKE on a table takes the same privileges from each of its columns (manual REVOKE). */
    private boolean loses(Column found) {
        AccessList acl = found.acl();
        return found.relation() == object.oid() && acl != null && !revoked(acl).equals(acl);
    }

    private AccessList revoked(AccessList acl) {
        return AccessListEdit.revoking(acl, grantee, grantor, privileges.bits());
    }

    /** True when a REVOKE by the owner or a superuser would do nothing, because somebody else granted. */
    public boolean needsTheGrantor() {
        return grantor != object.owner();
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        Sql words =
                column == null ? ObjectSql.words(privileges.list()) : ObjectSql.words(privileges.list(), column.name());
        Sql from = grantee == RoleIndex.PUBLIC ? Sql.of("PUBLIC") : Sql.of("%I", name(before, grantee));
        Sql revoke = Sql.of("REVOKE %s ON %s FROM %s", words, ObjectSql.target(object, before.version()), from);
        if (!needsTheGrantor()) {
            return List.of(revoke);
        }
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of("SET LOCAL ROLE %I", name(before, grantor)));
        statements.add(revoke);
        statements.add(Sql.of("RESET ROLE"));
        return statements;
    }

    private static Name name(AccessSnapshot before, int role) {
        return Objects.requireNonNull(before.roles().grantee(role).role(), "a dropped role cannot be named");
    }
}
