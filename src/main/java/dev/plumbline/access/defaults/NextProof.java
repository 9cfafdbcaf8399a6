package dev.plumbline.access.defaults;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server really made of a predicted object, before it was rolled back. A null {@code acl} is the server's NULL; {@code notes} tell of code of the
 * database's that ran meanwhile.
 */
public record NextProof(
        NextObject predicted, Name owner, @Nullable List<AclItem> acl, List<String> notes) {
    public NextProof {
        acl = AclItem.inOrder(acl);
        notes = List.copyOf(notes);
    }

    /** True when owner and every entry are as predicted. */
    public boolean agrees() {
        boolean sameAcl = acl == null
                ? predicted.builtIn()
                : !predicted.builtIn() && new HashSet<>(acl).equals(new HashSet<>(predicted.acl()));
        return owner.equals(predicted.creator()) && sameAcl;
    }
}
