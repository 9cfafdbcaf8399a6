package dev.plumbline.access.defaults;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object that {@code creator} would own if it created one now. {@code builtIn} says that the server would store a NULL ACL; {@code acl} is then what
 * stands for it. {@code reaches} are those who could do something with it: the owner first, then by name; who has it from PUBLIC alone is not listed.
 */
public record NextObject(
        Name creator, @Nullable Name schema, ObjectType type, boolean builtIn, List<AclItem> acl, List<Reach> reaches) {
    public NextObject {
        acl = acl.stream().sorted().toList();
        reaches = List.copyOf(reaches);
    }

    /**
     * @param schema null for SCHEMAS and LARGE OBJECTS, which are in none
     * @throws dev.plumbline.model.ProblemException when the server has no such creator, or its rules could not be read
     */
    public static NextObject predict(AccessSnapshot snapshot, Name creator, @Nullable Name schema, ObjectType type) {
        return NextObjects.of(snapshot, EffectivePrivileges.of(snapshot)).predict(creator, schema, type);
    }
}
