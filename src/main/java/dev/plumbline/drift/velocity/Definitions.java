package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import org.jspecify.annotations.Nullable;

/** Properties as they are compared: the definition of an index without the index's own name. */
final class Definitions {
    static final String ROW_SECURITY = "row security";

    private Definitions() {}

    static @Nullable String withoutName(Structure thing, String word) {
        String value = thing.properties().get(word);
        if (value == null || thing.name().kind() != StructureKind.INDEX || !word.equals("definition")) {
            return value;
        }
        String name = thing.name().name();
        String quoted = " INDEX " + Sql.quoted(Name.of(name)) + " ON ";
        String plain = " INDEX " + name + " ON ";
        return value.contains(quoted) ? value.replace(quoted, " INDEX ON ") : value.replace(plain, " INDEX ON ");
    }
}
