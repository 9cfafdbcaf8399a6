package dev.plumbline.migration.directory;

import java.nio.file.Path;

/**
 * A file of a migration directory. {@code version} is the name up to the first underscore, any text; {@code description} is the rest without {@code .sql}, with its underscores,
 * empty when there is none (Atlas, {@code sql/migrate/dir.go}).
 */
public record MigrationFile(Path path, String name, String version, String description) {
    private static final String SUFFIX = ".sql";

    static MigrationFile of(Path path) {
        String name = path.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        int underscore = stem.indexOf('_');
        return underscore < 0
                ? new MigrationFile(path, name, stem, "")
                : new MigrationFile(path, name, stem.substring(0, underscore), stem.substring(underscore + 1));
    }

    /** For pg-flux the version is all of the name: by it the database knows the file, and by it they are ordered. */
    static MigrationFile of(Path path, DirectoryForm form) {
        if (form == DirectoryForm.ATLAS) {
            return of(path);
        }
        String name = path.getFileName().toString();
        return new MigrationFile(path, name, name, "");
    }

    static boolean isOne(Path path, DirectoryForm form) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && !(form == DirectoryForm.PG_FLUX && DirectoryForm.isUndo(name));
    }
}
