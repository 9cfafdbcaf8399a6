package dev.plumbline.plan;

import dev.plumbline.access.change.AclEdit;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Snapshot;
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
        DatabaseTarget on = new DatabaseTarget(before.name());
        Sql back = back(on, before.owner());
        List<AclItem> acl = before.acl();
        return acl == null ? new OwnerUndo(back, "") : of(List.of(back), on, before.owner(), acl, newOwner);
    }

    /** Of whatever has an owner, with what follows it. */
    static OwnerUndo of(Snapshot before, AclTarget on, List<AclTarget> following, Name newOwner) {
        Name owner = on.owner(before);
        OwnerUndo undo = of(List.of(back(on, owner)), on, owner, on.acl(before), newOwner);
        for (AclTarget target : following) {
            OwnerUndo more = of(List.of(undo.sql), target, owner, target.acl(before), newOwner);
            undo = new OwnerUndo(more.sql, undo.note.isEmpty() ? more.note : undo.note);
        }
        return undo;
    }

    private static Sql back(AclTarget on, Name owner) {
        return Sql.of("ALTER %s OWNER TO %I", on.altered(), owner);
    }

    private static OwnerUndo of(List<Sql> first, AclTarget on, Name owner, List<AclItem> acl, Name newOwner) {
        List<AclItem> returned = AclEdit.withNewOwner(AclEdit.withNewOwner(acl, owner, newOwner), newOwner, owner);
        List<Sql> statements = new ArrayList<>(first);
        List<AclItem> restored = new ArrayList<>(returned);
        SortedSet<Privilege> gained = held(returned, owner);
        gained.removeAll(held(acl, owner));
        if (!gained.isEmpty() && PrivilegeWords.of(gained).isPresent()) {
            statements.add(Sql.of("REVOKE %s ON %s FROM %I", on.words(gained), on.sql(), owner));
            restored = new ArrayList<>(AclEdit.revoking(restored, Grantee.role(owner), Grantee.role(owner), gained));
        }
        for (AclItem item : acl) {
            SortedSet<Privilege> lost = lost(item, returned);
            Name grantee = item.grantee().role();
            if (!lost.isEmpty()
                    && grantee != null
                    && item.grantor().is(owner)
                    && PrivilegeWords.of(lost).isPresent()) {
                statements.add(Sql.of("GRANT %s ON %s TO %I", on.words(lost), on.sql(), grantee));
                restored = new ArrayList<>(AclEdit.granting(restored, item.grantee(), Grantee.role(owner), lost));
            }
        }
        boolean exact = restored.stream().sorted().toList().equals(acl);
        return new OwnerUndo(Sql.join(";\n", statements), exact ? "" : note(on, newOwner));
    }

    /** What the owner has by its own entry, which takes up what the new owner had been granted. */
    private static SortedSet<Privilege> held(List<AclItem> acl, Name owner) {
        SortedSet<Privilege> held = new TreeSet<>();
        acl.stream()
                .filter(item -> item.grantee().is(owner) && item.grantor().is(owner))
                .forEach(item -> held.addAll(item.held()));
        return held;
    }

    private static SortedSet<Privilege> lost(AclItem item, List<AclItem> returned) {
        SortedSet<Privilege> lost = new TreeSet<>(item.held());
        returned.stream()
                .filter(other -> other.grantee().equals(item.grantee())
                        && other.grantor().equals(item.grantor()))
                .forEach(other -> lost.removeAll(other.held()));
        return lost;
    }

    private static String note(AclTarget on, Name newOwner) {
        String what = on instanceof DatabaseTarget ? "the database" : on.shown();
        return "Undoing gives " + what + " back, but grants that " + newOwner.shown()
                + " had made or had been given with grant option become the old owner's.";
    }
}
