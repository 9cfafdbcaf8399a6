package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ALTER … OWNER TO: the old owner's entries and all that it granted become the new owner's ({@code aclnewowner}), on the object and on what {@code following} follows
 * it: of a table the sequences of its columns, its columns with grants and its row type.
 */
public record ChangeObjectOwner(AclTarget on, Name newOwner, List<AclTarget> following) implements Change {
    public ChangeObjectOwner {
        following = List.copyOf(following);
    }

    private Stream<AclTarget> all() {
        return Stream.concat(Stream.of(on), following.stream());
    }

    @Override
    public Snapshot applyTo(Snapshot before) {
        Snapshot after = before;
        for (AclTarget target : all().toList()) {
            after = target.ownedBy(after, newOwner);
        }
        return after;
    }

    @Override
    public List<StateFact> facts() {
        return all().map(AclTarget::fact).toList();
    }

    @Override
    public Set<String> keys(Snapshot before) {
        Snapshot after = applyTo(before);
        Set<String> keys = new HashSet<>();
        for (AclTarget target : all().toList()) {
            keys.add(target.ownerKey());
            List<AclItem> then = target.acl(after);
            List<AclItem> now = target.acl(before);
            now.stream().filter(item -> !then.contains(item)).map(target::key).forEach(keys::add);
            then.stream().filter(item -> !now.contains(item)).map(target::key).forEach(keys::add);
        }
        return keys;
    }
}
