package dev.plumbline.migration.revision;

import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * What a database says it had.
 *
 * @param schema of the table; where it would be made when it {@code exists} not
 * @param rows by version, in the order of its bytes
 */
public record Revisions(Name schema, boolean exists, List<Revision> rows) {
    public static final String TABLE = "atlas_schema_revisions";

    public Revisions {
        rows = List.copyOf(rows);
    }

    public Optional<Revision> of(String version) {
        return rows.stream().filter(row -> row.version().equals(version)).findFirst();
    }
}
