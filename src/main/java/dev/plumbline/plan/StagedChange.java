package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKey;
import java.util.List;

/** Something that a person staged, not a repair: one change, which {@link ChangePlanner} turns into steps. One record per kind, each in its own file. */
public interface StagedChange {
    /** Adds its step, or a refusal; nothing where it is so already. */
    void plan(RepairDraft draft);

    /** The roles whose state it rests on. */
    List<Name> roles();

    /** The schemas in which it changes something. */
    default List<Name> schemas() {
        return List.of();
    }

    /** The owners of the objects that it changes, as they are now. */
    default List<Name> owners() {
        return List.of();
    }

    /** What has to be read by itself. */
    default List<ObjectKey> others() {
        return List.of();
    }
}
