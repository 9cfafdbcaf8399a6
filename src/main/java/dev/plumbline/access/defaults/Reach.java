package dev.plumbline.access.defaults;

import dev.plumbline.model.Grantee;
import dev.plumbline.model.PrivilegeSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody could do with an object, and by which ways; a way that adds nothing to those before it is left out. {@code grantable} are grant options
 * of the ACL; that the owner and superusers may always grant is not repeated here.
 * {@code all} says that it is what CockroachDB calls ALL.
 */
public record Reach(Grantee who, PrivilegeSet held, PrivilegeSet grantable, List<Way> ways, boolean all) {
    public Reach {
        ways = List.copyOf(ways);
    }

    /** The letters as the server prints them: {@code arwd*}. */
    public String letters() {
        if (all) {
            return "ALL" + (grantable.equals(held) ? "*" : "");
        }
        return held.letters(grantable);
    }

    /** {@code granted}; where several ways add up, each with what it gives: {@code r granted, awd through owner}. */
    public String path() {
        return ways.size() == 1
                ? ways.get(0).words()
                : ways.stream()
                        .map(way -> way.gives().letters(PrivilegeSet.NONE) + " " + way.words())
                        .collect(Collectors.joining(", "));
    }
}
