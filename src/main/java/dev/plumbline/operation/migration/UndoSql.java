package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.model.Sql;
import java.util.List;

/** The statements that take a record of pg-flux' table away, as far as the way back has come. */
record UndoSql(TrackingSql table) implements RecordSql {
    @Override
    public List<Sql> create() {
        return List.of();
    }

    @Override
    public Sql record(MigrationFile file, String hash, int applied, int total) {
        return applied == total ? finish(file, hash) : table.halfway(file, hash, applied, total, true);
    }

    @Override
    public Sql advance(FileText all, String hash, int applied) {
        return table.halfway(all.file(), hash, applied, all.statements().size(), true);
    }

    @Override
    public Sql finish(MigrationFile file, String hash) {
        return Sql.of("DELETE FROM %I.migrations WHERE filename = %L", table.schema(), file.version());
    }

    @Override
    public Sql resolve(MigrationFile file, String hash, int total) {
        return finish(file, hash);
    }

    @Override
    public Sql baseline(MigrationFile file, String hash) {
        return finish(file, hash);
    }

    @Override
    public Sql remove(Revision row) {
        return table.remove(row);
    }

    @Override
    public boolean isBegun(Revision row) {
        return row.isUndoing();
    }

    @Override
    public String finishing() {
        return "take the record of the file away";
    }
}
