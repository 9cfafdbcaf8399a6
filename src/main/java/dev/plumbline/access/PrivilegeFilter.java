package dev.plumbline.access;

import dev.plumbline.model.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of the full listing are wanted. An empty set leaves its dimension open; kinds are the listing's own words, those for any
 * column and for memberships among them. {@code all}: also those not held.
 */
public record PrivilegeFilter(
        Set<String> roles, Set<String> kinds, Set<String> schemas, Set<String> privileges, boolean all) {
    public static final PrivilegeFilter EVERYTHING = new PrivilegeFilter(Set.of(), Set.of(), Set.of(), Set.of(), true);

    public PrivilegeFilter {
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
        schemas = Set.copyOf(schemas);
        privileges = Set.copyOf(privileges);
    }

    boolean wantsRole(String role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean wantsKind(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean wantsSchema(@Nullable Name schema) {
        return schemas.isEmpty() || schema != null && schemas.contains(schema.text());
    }

    boolean wantsPrivilege(String word) {
        return privileges.isEmpty() || privileges.contains(word);
    }
}
