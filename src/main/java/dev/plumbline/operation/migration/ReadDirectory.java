package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A migration directory that was read: its files with their statements, and what its checksums say.
 *
 * @param downs the ways back that are there, each with the version of the file that it undoes
 * @param sum of each file what its tool records of it
 */
public record ReadDirectory(
        MigrationDirectory directory, List<FileText> files, List<FileText> downs, AtlasSum sum, SumCheck check) {
    public ReadDirectory {
        files = List.copyOf(files);
        downs = List.copyOf(downs);
    }

    /** In the form that it seems to have. */
    public static ReadDirectory of(Path path) {
        return of(path, Optional.empty());
    }

    /**
     * @param said the form that a person says it has
     * @throws ProblemException for a directory or file that cannot be read, and for a malformed {@code atlas.sum}
     */
    public static ReadDirectory of(Path path, Optional<DirectoryForm> said) {
        MigrationDirectory directory = MigrationDirectory.read(path, said);
        return new ReadDirectory(
                directory, directory.texts(), directory.downs(), directory.sums(), SumCheck.of(directory));
    }

    /** How it stands to what a database had. */
    public MigrationState against(Revisions revisions) {
        return MigrationState.of(files, sum, directory::sums, revisions);
    }

    public DirectoryForm form() {
        return directory.form();
    }

    /** The way back of a version; empty when there is none, or none that is known of. */
    public Optional<FileText> down(String version) {
        return downs.stream()
                .filter(down -> down.file().version().equals(version))
                .findFirst();
    }

    /** All statements of a file, which may be a way back that stands in a file of its own or of its migration. */
    FileText whole(FileText part, boolean undo) {
        return (undo ? downs : files)
                .stream()
                        .filter(text -> text.file().equals(part.file()))
                        .findFirst()
                        .orElseThrow();
    }

    /** What its tool records of a file, or of the one that a way back undoes; empty when that says nothing of it. */
    String hash(MigrationFile file) {
        String name = form() == DirectoryForm.PG_FLUX ? file.version() : file.name();
        return sum.lines().stream()
                .filter(line -> line.name().equals(name))
                .map(AtlasSum.Line::hash)
                .findFirst()
                .orElse("");
    }

    /** A version as a person types it: of pg-flux' files without {@code .sql}, too. */
    String version(String typed) {
        return form() == DirectoryForm.PG_FLUX && !typed.endsWith(".sql") ? typed + ".sql" : typed;
    }

    /**
     * @param shown the directory in words
     * @throws ProblemException MIG-410 when the files are not what {@code atlas.sum} says
     */
    public ReadDirectory required(String shown) {
        if (check instanceof SumCheck.Matches) {
            return this;
        }
        String answer = check instanceof SumCheck.Differs differs
                ? "checksum mismatch at line " + differs.line() + ": " + differs.shown() + "."
                : "checksum file not found.";
        throw new ProblemException(new Problem(
                Problem.Kind.CONFLICT,
                "MIG-410",
                "Checking " + MigrationDirectory.SUM + " of",
                shown,
                answer,
                "Look at what changed; when it is meant, \"migration hash\" writes the file anew."));
    }
}
