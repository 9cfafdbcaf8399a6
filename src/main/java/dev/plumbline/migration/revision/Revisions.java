package dev.plumbline.migration.revision;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * What a database says it had.
 *
 * @param schema of the table; where it would be made when it {@code exists} not
 * @param rows by version, in the order of its bytes
 * @param form of the table
 */
public record Revisions(Name schema, boolean exists, List<Revision> rows, DirectoryForm form) {
    public static final String TABLE = "atlas_schema_revisions";

    public Revisions {
        rows = List.copyOf(rows);
    }

    /** Of Atlas. */
    public Revisions(Name schema, boolean exists, List<Revision> rows) {
        this(schema, exists, rows, DirectoryForm.ATLAS);
    }

    /** Where it is recorded, in words. */
    public String shown() {
        return schema.shown() + "." + form.table();
    }

    public Optional<Revision> of(String version) {
        return rows.stream().filter(row -> row.version().equals(version)).findFirst();
    }
}
