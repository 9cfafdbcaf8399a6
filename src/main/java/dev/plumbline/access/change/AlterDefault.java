package dev.plumbline.access.change;

import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * ALTER DEFAULT PRIVILEGES FOR ROLE creator [IN SCHEMA schema] GRANT or REVOKE, without grant option. It changes what objects made later will carry and nobody's access
 * now. A rule for a schema only adds, so that a REVOKE there takes no more than such a rule gave (manual ALTER DEFAULT PRIVILEGES).
 */
public record AlterDefault(
        Name creator,
        @Nullable Name schema,
        ObjectType type,
        Grantee grantee,
        SortedSet<Privilege> privileges,
        boolean granted)
        implements AccessChange {
    public AlterDefault {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    public static AlterDefault grant(
            Name creator, @Nullable Name schema, ObjectType type, Grantee grantee, Collection<Privilege> privileges) {
        return new AlterDefault(creator, schema, type, grantee, new TreeSet<>(privileges), true);
    }

    public static AlterDefault revoke(
            Name creator, @Nullable Name schema, ObjectType type, Grantee grantee, Collection<Privilege> privileges) {
        return new AlterDefault(creator, schema, type, grantee, new TreeSet<>(privileges), false);
    }

    /** The row of {@code pg_default_acl} that it changes. */
    public DefaultRow row() {
        return new DefaultRow(creator, schema, type);
    }

    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        Grantee grantor = Grantee.role(creator);
        UnaryOperator<List<AclItem>> edit = acl -> granted
                ? AclEdit.granting(acl, grantee, grantor, privileges)
                : AclEdit.revoking(acl, grantee, grantor, privileges);
        return before.withCatalog(row().changed(before.catalog(), edit));
    }

    public Sql statement() {
        Sql words = PrivilegeWords.known(privileges);
        return granted
                ? DefaultSql.grant(creator, schema, words, type, grantee)
                : DefaultSql.revoke(creator, schema, words, type, grantee);
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(statement());
    }
}
