package dev.plumbline.migration.revision;

import dev.plumbline.migration.directory.MigrationFile;
import java.util.Optional;

/**
 * How a file stands to a database, or a row of the database to no file.
 *
 * @param file empty when there is none any more
 * @param revision empty when the database has not had it
 */
public record FileState(String version, Optional<MigrationFile> file, Optional<Revision> revision, State state) {
    public enum State {
        APPLIED("applied"),
        PENDING("pending"),
        /** Stopped between two statements. */
        PARTIAL("stopped halfway"),
        /** An undo stopped between two statements. */
        HALF_UNDONE("undone halfway"),
        /** Applied, and the file is another one now. */
        EDITED("edited since it was applied"),
        /** Applied; its sum holds the files before it, of which one was edited or is gone, so that it tells nothing. */
        UNSURE("not comparable behind a file that was edited or is gone, applied"),
        /** Not applied, and older than what was applied last. */
        OUT_OF_ORDER("older than what was applied last"),
        /** Applied, and there is no such file. */
        MISSING("applied, its file is gone"),
        /** A checkpoint, which only a new database begins with, or what a checkpoint or a baseline covers. */
        COVERED("covered");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public String name() {
        return file.map(MigrationFile::name).orElse(version);
    }
}
