package dev.plumbline.access.defaults;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import org.jspecify.annotations.Nullable;

/** ALTER DEFAULT PRIVILEGES, always FOR ROLE, or FOR ALL ROLES on CockroachDB: without it the statement would speak of whoever runs it. */
public final class DefaultSql {
    private DefaultSql() {}

    public static Sql grant(Name creator, @Nullable Name schema, Sql privileges, ObjectType type, Grantee grantee) {
        return Sql.of(
                "%s GRANT %s ON %s TO %s",
                head(creator, schema), privileges, PrivilegeWords.plural(type), who(grantee));
    }

    public static Sql revoke(Name creator, @Nullable Name schema, Sql privileges, ObjectType type, Grantee grantee) {
        return Sql.of(
                "%s REVOKE %s ON %s FROM %s",
                head(creator, schema), privileges, PrivilegeWords.plural(type), who(grantee));
    }

    private static Sql head(Name creator, @Nullable Name schema) {
        Sql whose = creator.equals(DefaultPrivilege.ALL_ROLES) ? Sql.of("ALL ROLES") : Sql.of("ROLE %I", creator);
        return schema == null
                ? Sql.of("ALTER DEFAULT PRIVILEGES FOR %s", whose)
                : Sql.of("ALTER DEFAULT PRIVILEGES FOR %s IN SCHEMA %I", whose, schema);
    }

    private static Sql who(Grantee grantee) {
        Name role = grantee.role();
        return role == null ? Sql.of("PUBLIC") : Sql.of("%I", role);
    }
}
