package dev.plumbline.operation.migration;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.Name;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that a statement names. */
final class NamedRoles {
    private NamedRoles() {}

    static Set<Name> of(Node tree) {
        return tree.everyText("rolename").stream()
                .filter(role -> !role.startsWith("pg_"))
                .map(Name::of)
                .collect(Collectors.toSet());
    }
}
