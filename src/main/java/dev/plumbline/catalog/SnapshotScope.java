package dev.plumbline.catalog;

import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.util.List;
import java.util.stream.Collectors;

/** Which objects a snapshot holds: those in these schemas that one of these owners owns. Names of what is not there yet are fine. */
public record SnapshotScope(List<Name> schemas, List<Name> owners) {
    public SnapshotScope {
        schemas = schemas.stream().sorted().distinct().toList();
        owners = owners.stream().sorted().distinct().toList();
    }

    public static SnapshotScope of(OwnershipModel.Auto wanted) {
        return new SnapshotScope(wanted.schemas(), List.of(wanted.ownerRole(), wanted.appUser()));
    }

    /** Schemas and owners as two arrays in text form (manual 8.15.2). */
    List<String> asParameters() {
        return List.of(array(schemas), array(owners));
    }

    private static String array(List<Name> names) {
        return names.stream()
                .map(name -> '"' + name.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
