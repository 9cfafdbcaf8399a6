package dev.plumbline.drift.velocity;

import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Sql;
import java.util.List;
import java.util.Optional;

/** Names of parts; one that no server takes becomes a problem that says what asked for it. */
record PartNames(List<String> problems) {
    Optional<Name> of(String name, String source) {
        try {
            return Optional.of(Name.of(name));
        } catch (RefusedName refused) {
            problems.add(source + ": " + refused.getMessage());
            return Optional.empty();
        }
    }

    static Sql columns(List<String> columns) {
        return Sql.join(
                ", ",
                columns.stream()
                        .map(column -> Sql.of("%I", Name.of(SchemaNames.sanitized(column))))
                        .toList());
    }
}
