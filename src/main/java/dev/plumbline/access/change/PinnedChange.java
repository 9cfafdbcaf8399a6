package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change that outlives the reading that it was found on: numbers of roles are kept as names, and what the change speaks of is found again on a later
 * reading by identity: roles by name and oid, objects by kind, oid and name, columns by number and name. Whatever was dropped, renamed or made anew
 * meanwhile is not taken for the same. {@code statements} are as they were when it was pinned.
 */
public record PinnedChange(
        AccessChange change, Map<Integer, Grantee> grantees, Map<Name, Long> oids, List<Sql> statements) {
    public PinnedChange {
        grantees = Map.copyOf(grantees);
        oids = Map.copyOf(oids);
        statements = List.copyOf(statements);
    }

    /** What became of it: the change on the later reading, or sentences that say what of it is gone. */
    public record Found(Optional<AccessChange> change, List<String> gone) {
        public Found {
            gone = List.copyOf(gone);
        }
    }

    public static PinnedChange of(AccessChange change, AccessSnapshot read) {
        Map<Integer, Grantee> grantees = new HashMap<>();
        Map<Name, Long> oids = new TreeMap<>();
        for (int number : numbersOf(change)) {
            Grantee grantee = read.roles().grantee(number);
            grantees.put(number, grantee);
            Name role = grantee.role();
            if (role != null) {
                pin(role, read, oids);
            }
        }
        namesOf(change).forEach(name -> pin(name, read, oids));
        return new PinnedChange(change, grantees, oids, change.statements(read));
    }

    private static void pin(Name role, AccessSnapshot read, Map<Name, Long> oids) {
        oids.put(role, read.catalog().role(role).map(Role::oid).orElse(0L));
    }

    /** Finds everything that it speaks of again; each thing that is not there any more is a sentence. */
    public Found on(AccessSnapshot now) {
        List<String> gone = new ArrayList<>();
        oids.forEach((role, oid) -> missing(role, oid, now, gone));
        AccessChange again = new ChangeAgain(this, now, gone).find();
        return gone.isEmpty() && again != null
                ? new Found(Optional.of(again), List.of())
                : new Found(Optional.empty(), gone);
    }

    private static void missing(Name role, long oid, AccessSnapshot now, List<String> gone) {
        now.catalog()
                .role(role)
                .ifPresentOrElse(
                        found -> {
                            if (oid != 0 && found.oid() != oid) {
                                gone.add("role " + role.shown() + " was dropped and created anew");
                            }
                        },
                        () -> gone.add("role " + role.shown() + " is gone"));
    }

    private static List<Integer> numbersOf(AccessChange change) {
        if (change instanceof GrantPrivileges grant) {
            return List.of(grant.grantee());
        }
        if (change instanceof BackfillGrant backfill) {
            return numbersOf(backfill.grant());
        }
        if (change instanceof RevokePrivileges revoke) {
            return List.of(revoke.grantee(), revoke.grantor());
        }
        return change instanceof ChangeOwner owner ? List.of(owner.newOwner()) : List.of();
    }

    private static List<Name> namesOf(AccessChange change) {
        if (change instanceof GrantRole join) {
            return List.of(join.role(), join.member());
        }
        if (change instanceof RevokeRole leave) {
            return List.of(leave.role(), leave.member());
        }
        if (change instanceof AlterDefault rule) {
            Name grantee = rule.grantee().role();
            return grantee == null ? List.of(rule.creator()) : List.of(rule.creator(), grantee);
        }
        if (change instanceof DropRole drop) {
            return List.of(drop.role());
        }
        return change instanceof InheritByRole inherit ? List.of(inherit.role()) : List.of();
    }

    static String columnShown(String relation, Column column) {
        return relation + " (" + column.name().shown() + ")";
    }
}
