package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revisions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A migration directory against a database, judged by its text.
 *
 * @param database in words
 * @param major of its server
 * @param lines of each file as they stand in it, by the file's name
 * @param lint of every file; those that are to run know what the applied ones made
 * @param locks of every statement, as far as its text tells
 */
public record MigrationReading(
        MigrationChoice choice,
        String database,
        int major,
        ReadDirectory directory,
        Revisions revisions,
        MigrationState state,
        Map<String, List<String>> lines,
        LintReport lint,
        Map<MigrationStatement, ParsedLocks> locks,
        Instant at) {
    public MigrationReading {
        lines = Map.copyOf(lines);
        locks = Map.copyOf(locks);
    }

    /** Those that an earlier run stopped in. */
    public List<FileState> halfway() {
        return state.in(FileState.State.PARTIAL);
    }

    /** The migration that was run last, which an undo begins with; empty where the directory holds no ways back. */
    public Optional<FileState> lastRun() {
        return directory.form() == DirectoryForm.PG_FLUX
                ? UndoSet.order(state).stream().findFirst()
                : Optional.empty();
    }

    /** How many files a run would begin or go on with. */
    public int toRun() {
        return state.pending(choice.order()).size() + halfway().size();
    }

    /** Where a file stands; empty for one that the directory does not hold. */
    public Optional<FileState> state(MigrationFile file) {
        return state.files().stream()
                .filter(each -> each.file().filter(file::equals).isPresent())
                .findFirst();
    }
}
