package dev.plumbline.plan;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How facts write owners and access control lists, here and on the server alike. */
final class FactText {
    private FactText() {}

    static String owner(Name owner) {
        return "owner " + Sql.quoted(owner);
    }

    static Sql ownerSql(@CompileTimeConstant String oidColumn) {
        return Sql.of("'owner ' || %s", quotedRole(Sql.of(oidColumn)));
    }

    /** A line for each privilege; {@code built-in} for NULL. */
    static List<String> acl(@Nullable List<AclItem> acl) {
        if (acl == null) {
            return List.of("built-in");
        }
        List<String> lines = new ArrayList<>();
        for (AclItem item : acl) {
            item.privileges()
                    .forEach((privilege, grantable) -> lines.add(who(item.grantee()) + " from " + who(item.grantor())
                            + " " + privilege.word() + " " + grantable));
        }
        return lines;
    }

    /** The same line from a row {@code item} of {@code aclexplode()}. */
    static Sql aclSql() {
        return Sql.of(
                "CASE WHEN item.grantee = 0 THEN 'PUBLIC' ELSE %s END || ' from ' || %s || ' ' || item.privilege_type"
                        + " || ' ' || item.is_grantable::text",
                quotedRole(Sql.of("item.grantee")), quotedRole(Sql.of("item.grantor")));
    }

    private static Sql quotedRole(Sql oid) {
        return Sql.of("'\"' || pg_catalog.replace(pg_catalog.pg_get_userbyid(%s)::text, '\"', '\"\"') || '\"'", oid);
    }

    private static String who(Grantee grantee) {
        Name role = grantee.role();
        if (role != null) {
            return Sql.quoted(role);
        }
        return grantee.isPublic() ? "PUBLIC" : "\"unknown (OID=" + grantee.danglingOid() + ")\"";
    }
}
