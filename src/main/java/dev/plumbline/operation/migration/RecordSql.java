package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * The statements that write what was run, in the form that the tool reads whose directory it is. {@code hash} is what that tool records of the file; {@code total} counts the file's statements.
 */
interface RecordSql {
    static RecordSql of(DirectoryForm form, Name schema) {
        return form == DirectoryForm.PG_FLUX ? new TrackingSql(schema) : new RevisionSql(schema, PlanMigrations.TOOL);
    }

    /** Makes the table, and its schema. */
    List<Sql> create();

    /** The row of a file of which so many statements have run. */
    Sql record(MigrationFile file, String hash, int applied, int total);

    /** One statement more, which ran by itself; {@code all} are those of the file. */
    Sql advance(FileText all, String hash, int applied);

    /** All of them ran. */
    Sql finish(MigrationFile file, String hash);

    /** All of a file counts as run, by the word of a person. */
    Sql resolve(MigrationFile file, String hash, int total);

    /** The database is said to have had the file. */
    Sql baseline(MigrationFile file, String hash);

    /** Nothing of a version counts as run any more, unless its row has changed since it was read. */
    Sql remove(Revision row);

    /** Whether a row tells that what is to be done was begun before. */
    boolean isBegun(Revision row);

    /** What {@link #finish} does, in words. */
    String finishing();
}
