package dev.plumbline.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One entry of an access control list: who got what from whom; each privilege maps to whether it may be granted on. */
public record AclItem(Grantee grantee, Grantee grantor, SortedMap<Privilege, Boolean> privileges)
        implements Comparable<AclItem> {
    public AclItem {
        privileges = Collections.unmodifiableSortedMap(new TreeMap<>(privileges));
    }

    public static AclItem of(Name grantee, Name grantor, Collection<Privilege> privileges) {
        TreeMap<Privilege, Boolean> map = new TreeMap<>();
        privileges.forEach(privilege -> map.put(privilege, false));
        return new AclItem(Grantee.role(grantee), Grantee.role(grantor), map);
    }

    /** The list in its canonical order, by grantee and grantor: the order of the server's array tells only when a grant was made. */
    public static @Nullable List<AclItem> inOrder(@Nullable List<AclItem> acl) {
        return acl == null ? null : acl.stream().sorted().toList();
    }

    @Override
    public int compareTo(AclItem other) {
        int byGrantee = grantee.compareTo(other.grantee);
        return byGrantee != 0 ? byGrantee : grantor.compareTo(other.grantor);
    }

    /** The entry with no more than these privileges. */
    public AclItem only(Collection<Privilege> kept) {
        TreeMap<Privilege, Boolean> left = new TreeMap<>(privileges);
        left.keySet().retainAll(kept);
        return new AclItem(grantee, grantor, left);
    }

    public SortedSet<Privilege> held() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(privileges.keySet()));
    }

    /** The letters as the server prints them, a {@code *} after each that may be granted on: {@code arwd*}. A privilege without a letter is its word. */
    public String letters() {
        PrivilegeMarks marks = new PrivilegeMarks();
        privileges.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().place()))
                .forEach(entry -> marks.add(entry.getKey(), entry.getValue()));
        return marks.text();
    }
}
