package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * DROP ROLE of a role that nothing depends on: its memberships end with it (manual DROP ROLE). In the state that it leaves the role keeps its number and is a member of
 * nothing, so that both states number the roles alike.
 */
public record DropRole(Name role) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        List<Membership> edges = before.catalog().memberships().stream()
                .filter(edge -> !edge.role().equals(role) && !edge.member().equals(role))
                .toList();
        return before.withCatalog(before.catalog().withMemberships(edges));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(Sql.of("DROP ROLE %I", role));
    }
}
