package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** A grant on an object that is older than the default privileges which would have given it. */
public record BackfillGrant(GrantPrivileges grant) implements AccessChange {
    @Override
    public AccessSnapshot applyTo(AccessSnapshot before) {
        return grant.applyTo(before);
    }

    @Override
    public List<Sql> statements(AccessSnapshot before) {
        return grant.statements(before);
    }
}
