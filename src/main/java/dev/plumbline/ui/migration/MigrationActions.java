package dev.plumbline.ui.migration;

import dev.plumbline.job.Work;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.RewriteFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the screens of one database's migrations can set going. {@code folder} asks for a directory. */
public record MigrationActions(
        Function<MigrationChoice, Work<JudgedMigrations>> read,
        Function<JudgedMigrations, Work<JudgedMigrations>> trace,
        Function<JudgedMigrations, Work<JudgedMigrations>> ask,
        Function<MigrationChoice, Work<PlannedMigrations>> plan,
        PendingRun run,
        Function<MigrationChoice, Work<MigrationTrial>> prepare,
        PendingTrial tryOut,
        Rewriting rewriting,
        Writing writing,
        Supplier<Optional<Path>> folder) {

    /** What taking a rewrite would write. */
    @FunctionalInterface
    public interface Rewriting {
        Work<RewriteFiles.Ways> of(Path directory, MigrationStatement statement, Rewrite rewrite);
    }

    /** Writes what was shown; answers the names of the files. */
    @FunctionalInterface
    public interface Writing {
        Work<List<String>> of(
                MigrationChoice choice,
                MigrationStatement statement,
                Rewrite rewrite,
                RewriteFiles.Proposal shown,
                boolean inPlace);
    }
}
