package dev.plumbline.operation.runbook;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A catalog as it was read: what the database is made of, and who may do what. A part that could not be read is empty, and {@code unread} says why. */
public record CatalogReading(
        String target,
        Optional<StructureSnapshot> structure,
        Optional<AccessSnapshot> access,
        List<String> unread,
        Instant at) {
    public CatalogReading {
        unread = List.copyOf(unread);
    }
}
