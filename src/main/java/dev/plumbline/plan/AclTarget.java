package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.Collection;
import java.util.List;

/** Something in a snapshot that carries an access control list: an object, a column, a schema, the database itself or what the server has beside them. */
public interface AclTarget {
    /** The list that counts: the stored one, or the built-in one that stands for NULL. */
    List<AclItem> acl(Snapshot snapshot);

    Name owner(Snapshot snapshot);

    /** The snapshot with this list in its place. */
    Snapshot withAcl(Snapshot snapshot, List<AclItem> acl);

    /** The snapshot as another owner leaves it: in a stored list the old owner becomes the new one, a NULL stays NULL. */
    Snapshot ownedBy(Snapshot snapshot, Name newOwner);

    StateFact fact();

    /** The key of the line in a {@link CatalogText} that tells its owner. */
    String ownerKey();

    /** The key of that entry's line. */
    String key(AclItem changed);

    /** As GRANT and REVOKE name it. */
    Sql sql();

    /** As ALTER … OWNER TO names it, which is the same but for foreign servers. */
    default Sql altered() {
        return sql();
    }

    String shown();

    /** A word for step ids. */
    String id();

    /** The schema it lies in or is; empty for the database. */
    List<Name> schemas();

    /** The owners whose objects have to be read to know it. */
    default List<Name> owners() {
        return List.of();
    }

    /** What has to be read by itself to know it. */
    default List<ObjectKey> others() {
        return List.of();
    }

    /** The list by whose grant options the server judges who may grant: of a column that of its table counts too. */
    default List<AclItem> grantOptions(Snapshot snapshot) {
        return acl(snapshot);
    }

    /** The privileges as GRANT and REVOKE list them for it. */
    default Sql words(Collection<Privilege> privileges) {
        return PrivilegeWords.known(privileges);
    }

    /** The strongest lock that GRANT takes on it, by version; a dash where none. */
    String lock(Snapshot snapshot);
}
