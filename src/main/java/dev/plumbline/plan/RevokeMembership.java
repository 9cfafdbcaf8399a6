package dev.plumbline.plan;

import dev.plumbline.access.change.MembershipEdit;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** REVOKE role FROM member; from 16 on only the membership that {@code grantor} granted. */
public record RevokeMembership(
        Name role, Name member, @Nullable Name grantor) implements Change {
    @Override
    public Snapshot applyTo(Snapshot before) {
        return MembershipEdit.revoking(before, role, member, grantor);
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
