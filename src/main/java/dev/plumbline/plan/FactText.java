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

    /** A lateral source {@code lines(line)} of the same lines, for an object's row. */
    static Sql linesOf(@CompileTimeConstant String ownerColumn, @CompileTimeConstant String aclColumn) {
        Sql acl = Sql.of(aclColumn);
        return Sql.of(
                "LATERAL (SELECT 'owner ' || %s UNION ALL SELECT 'built-in' WHERE %s IS NULL UNION ALL %s) AS lines(line)",
                quotedRole(Sql.of(ownerColumn)), acl, aclLines(acl));
    }

    /** The same for a row that has only a list, never NULL. */
    static Sql linesOfRule(@CompileTimeConstant String aclColumn) {
        return Sql.of("LATERAL (SELECT 'rule' UNION ALL %s) AS lines(line)", aclLines(Sql.of(aclColumn)));
    }

    private static Sql aclLines(Sql acl) {
        return Sql.of(
                "SELECT CASE WHEN item.grantee = 0 THEN 'PUBLIC' ELSE %s END || ' from ' || %s || ' '"
                        + " || item.privilege_type || ' ' || item.is_grantable::text FROM pg_catalog.aclexplode(%s) item",
                quotedRole(Sql.of("item.grantee")), quotedRole(Sql.of("item.grantor")), acl);
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
