package dev.plumbline.plan;

import dev.plumbline.access.change.MembershipEdit;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GRANT role TO member. {@code grantor} is as whom the server records it. {@code inherit} and {@code set} are the options written out, null
 * where not: a new membership then takes INHERIT from the member's attribute and SET TRUE, an existing one keeps what it has (manual GRANT,
 * from 16). Before 16 granting what is held changes nothing.
 */
public record GrantMembership(
        Name role,
        Name member,
        @Nullable Name grantor,
        @Nullable Boolean inherit,
        @Nullable Boolean set) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        return MembershipEdit.granting(before, role, member, grantor, inherit, set);
    }

    @Override
    public List<StateFact> facts() {
        return List.of(new MembershipFact(role, member));
    }

    @Override
    public Set<String> keys(Snapshot before) {
        return Set.of(CatalogKey.membership(role, member, grantor));
    }
}
