package dev.plumbline.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for roles, so that access lists are arrays of integers: {@link #PUBLIC}, then 0 to {@link #known} for the roles that were read, in
 * the order of the snapshot, then those that ACLs speak of but that were not read: dropped ones, known by oid, and ones the login may not see.
 */
public final class RoleIndex {
    public static final int PUBLIC = -1;
    private final List<Role> roles;
    private final List<Grantee> others;
    private final Map<Name, Integer> byName = new HashMap<>();

    public RoleIndex(List<Role> roles, List<Grantee> others) {
        this.roles = List.copyOf(roles);
        this.others = List.copyOf(others);
        for (int number = 0; number < this.roles.size(); number++) {
            byName.put(this.roles.get(number).name(), number);
        }
    }

    /** How many roles were read; numbers from here on are no roles of the snapshot. */
    public int known() {
        return roles.size();
    }

    public boolean isKnown(int number) {
        return number >= 0 && number < roles.size();
    }

    public Role role(int number) {
        return roles.get(number);
    }

    /** The number of a role that was read; null when there is none of that name. */
    public @Nullable Integer of(Name name) {
        return byName.get(name);
    }

    public Grantee grantee(int number) {
        if (number == PUBLIC) {
            return Grantee.PUBLIC;
        }
        return number < roles.size() ? Grantee.role(roles.get(number).name()) : others.get(number - roles.size());
    }

    public String shown(int number) {
        return grantee(number).shown();
    }

    /** Grantees that are not among the roles read. */
    public List<Grantee> others() {
        return others;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleIndex index && index.roles.equals(roles) && index.others.equals(others);
    }

    @Override
    public int hashCode() {
        return roles.hashCode() * 31 + others.hashCode();
    }
}
