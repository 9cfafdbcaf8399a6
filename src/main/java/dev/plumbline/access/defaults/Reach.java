package dev.plumbline.access.defaults;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What somebody could do with an object, and by which ways; a way that adds nothing to those before it is left out. */
public record Reach(Grantee who, PrivilegeSet held, PrivilegeSet grantable, List<Way> ways) {
    public Reach {
        ways = List.copyOf(ways);
    }

    /** The letters as the server prints them: {@code arwd*}. */
    public String letters() {
        return letters(held, grantable);
    }

    /** Letters of held privileges, a {@code *} after those that may be granted on; a grant option alone is not shown. */
    public static String letters(PrivilegeSet held, PrivilegeSet grantable) {
        TreeMap<Privilege, Boolean> privileges = new TreeMap<>();
        held.list().forEach(privilege -> privileges.put(privilege, grantable.has(privilege)));
        return new AclItem(Grantee.PUBLIC, Grantee.PUBLIC, privileges).letters();
    }

    /** {@code granted}; where several ways add up, each with what it gives: {@code r granted, awd through owner}. */
    public String path() {
        return ways.size() == 1
                ? ways.get(0).words()
                : ways.stream()
                        .map(way -> letters(way.gives(), PrivilegeSet.NONE) + " " + way.words())
                        .collect(Collectors.joining(", "));
    }
}
