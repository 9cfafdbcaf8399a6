package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How an owner's change is undone. Changing back makes all that the new owner had been granted or had granted the old owner's, so that what
 * was joined on the way is granted anew; {@code note} says what even that does not bring back.
 */
record OwnerUndo(Sql sql, String note) {
    static OwnerUndo of(DatabaseEntry before, Name newOwner) {
        Sql back = Sql.of("ALTER DATABASE %I OWNER TO %I", before.name(), before.owner());
        List<AclItem> acl = before.acl();
        if (acl == null) {
            return new OwnerUndo(back, "");
        }
        List<AclItem> returned =
                AclEdit.withNewOwner(AclEdit.withNewOwner(acl, before.owner(), newOwner), newOwner, before.owner());
        List<Sql> statements = new ArrayList<>(List.of(back));
        List<AclItem> restored = new ArrayList<>(returned);
        for (AclItem item : acl) {
            SortedSet<Privilege> lost = lost(item, returned);
            Name grantee = item.grantee().role();
            if (!lost.isEmpty() && grantee != null && item.grantor().is(before.owner())) {
                Sql words = PrivilegeWords.of(lost).orElse(null);
                if (words != null) {
                    statements.add(Sql.of("GRANT %s ON DATABASE %I TO %I", words, before.name(), grantee));
                    restored = new ArrayList<>(
                            AclEdit.granting(restored, item.grantee(), Grantee.role(before.owner()), lost));
                }
            }
        }
        boolean exact = restored.stream().sorted().toList().equals(acl);
        return new OwnerUndo(Sql.join(";\n", statements), exact ? "" : note(newOwner));
    }

    private static SortedSet<Privilege> lost(AclItem item, List<AclItem> returned) {
        SortedSet<Privilege> lost = new TreeSet<>(item.held());
        returned.stream()
                .filter(other -> other.grantee().equals(item.grantee())
                        && other.grantor().equals(item.grantor()))
                .forEach(other -> lost.removeAll(other.held()));
        return lost;
    }

    private static String note(Name newOwner) {
        return "Undoing gives the database back, but grants that " + newOwner.shown()
                + " had made or had been given with grant option become the old owner's.";
    }
}
