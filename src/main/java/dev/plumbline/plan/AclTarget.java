package dev.plumbline.plan;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** Something in a snapshot that carries an access control list: an object, a schema or the database itself. */
public interface AclTarget {
    /** The list that counts: the stored one, or the built-in one that stands for NULL. */
    List<AclItem> acl(Snapshot snapshot);

    Name owner(Snapshot snapshot);

    /** The snapshot with this list in its place. */
    Snapshot withAcl(Snapshot snapshot, List<AclItem> acl);

    StateFact fact();

    /** The key of its line in a {@link CatalogText}; of the database, whose entries are lines, of that entry. */
    String key(AclItem changed);

    /** As GRANT and REVOKE name it. */
    Sql sql();

    String shown();

    /** A word for step ids. */
    String id();

    /** The schema it lies in or is; empty for the database. */
    List<Name> schemas();

    /** The strongest lock that GRANT takes on it, by version; a dash where none. */
    String lock(Snapshot snapshot);
}
