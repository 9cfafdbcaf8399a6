package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REVOKE role FROM member; from 16 only what this grantor granted, and other grantors' grants stay (manual REVOKE). */
public record RevokeRole(Name role, Name member, @Nullable Name grantor) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        Name onlyBy = before.version().hasMembershipOptions() ? grantor : null;
        List<Membership> edges = before.catalog().memberships().stream()
                .filter(edge -> !(edge.role().equals(role)
                        && edge.member().equals(member)
                        && (onlyBy == null || onlyBy.equals(edge.grantor()))))
                .toList();
        return before.withCatalog(before.catalog().withMemberships(edges));
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return List.of(
                before.version().hasMembershipOptions() && grantor != null
                        ? Sql.of("REVOKE %I FROM %I GRANTED BY %I", role, member, grantor)
                        : Sql.of("REVOKE %I FROM %I", role, member));
    }
}
