package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.revision.FileState;
import java.util.List;

/** A file that an earlier run stopped in, and what the database shows of each of its statements. */
public record HalfwayFile(FileState state, List<Seen> statements) {
    public HalfwayFile {
        statements = List.copyOf(statements);
    }

    /** @param why in words; empty when there is nothing to say */
    public record Seen(MigrationStatement statement, Was was, String why) {}

    public enum Was {
        /** The table of what was run says so. */
        RECORDED("recorded as run"),
        /** Not recorded; what it makes is there, or what it drops is gone. */
        TOOK_EFFECT("took effect"),
        /** What it does is not there. */
        NOT_YET("not yet"),
        /** A structure does not show it. */
        CANNOT_TELL("cannot tell");

        private final String words;

        Was(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
