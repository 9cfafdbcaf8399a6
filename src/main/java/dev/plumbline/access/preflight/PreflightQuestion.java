package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import java.util.List;

/** Which role would migrate which schemas, and where the tool keeps track of what was applied. */
public record PreflightQuestion(Name role, List<Name> schemas, Name tracking) {
    public static final Name TRACKING = Name.of("_pgflux");
    public static final Name TABLE = Name.of("migrations");

    public PreflightQuestion {
        schemas = List.copyOf(schemas);
    }
}
