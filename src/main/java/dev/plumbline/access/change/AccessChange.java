package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** One change to who may do what. The statements are meant for the object's owner, a superuser or who administers the role. */
public interface AccessChange {
    /** The state that the statements leave, by what PostgreSQL does. */
    AccessSnapshot applyTo(AccessSnapshot before);

    /** The statements, in order; several where one must run as another role. */
    List<Sql> statements(AccessSnapshot before);
}
