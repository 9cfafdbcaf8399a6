package dev.plumbline.catalog;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers CockroachDB's rows of grantee, privilege_type and is_grantable into one entry per grantee. No grantor is kept there, so the owner
 * stands for it. ALL stays one word, as the server keeps it.
 */
final class CockroachGrants {
    private final Map<String, TreeMap<Privilege, Boolean>> byGrantee = new TreeMap<>();

    void add(Rows.Row row) {
        String grantee = row.textOrNull("grantee");
        if (grantee != null) {
            boolean grantable = row.has("is_grantable") && isYes(row.textOrNull("is_grantable"));
            byGrantee
                    .computeIfAbsent(grantee, key -> new TreeMap<>())
                    .merge(Privilege.ofWord(row.text("privilege_type")), grantable, Boolean::logicalOr);
        }
    }

    List<AclItem> items(Name owner) {
        List<AclItem> items = new ArrayList<>();
        byGrantee.forEach((grantee, privileges) -> items.add(new AclItem(
                grantee.equals("public") ? Grantee.PUBLIC : Grantee.role(new Name(grantee)),
                Grantee.role(owner),
                privileges)));
        return items;
    }

    private static boolean isYes(@org.jspecify.annotations.Nullable String text) {
        return text != null && (text.equals("t") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("YES"));
    }

    /** The names as a list of literals. */
    static Sql literals(List<Name> names) {
        return Sql.join(
                ", ", names.stream().map(name -> Sql.of("%L", name.text())).toList());
    }
}
