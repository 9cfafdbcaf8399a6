package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes a statement otherwise into a directory, and its checksums anew. Only a file that the database has not had is touched, and only a directory that was what its checksums say. */
final class WriteRewrite {
    private static final Set<FileState.State> NOT_RUN =
            EnumSet.of(FileState.State.PENDING, FileState.State.OUT_OF_ORDER);
    private final Path path;
    private final MigrationStatement statement;

    private WriteRewrite(Path path, MigrationStatement statement) {
        this.path = path;
        this.statement = statement;
    }

    /**
     * @param shown what the person saw and chose; what would be written now must be the same
     * @param revisions of the database, read just before
     * @return the names of the files that were written
     * @throws ProblemException MIG-440 when the file was applied, the directory is not what its checksums say, or something changed meanwhile; MIG-441 when it cannot be written
     */
    static List<String> write(
            Path path,
            MigrationStatement statement,
            RewriteFiles.Proposal shown,
            Function<ReadDirectory, RewriteFiles.Proposal> again,
            Revisions revisions) {
        WriteRewrite writing = new WriteRewrite(path, statement);
        ReadDirectory now = ReadDirectory.of(path);
        writing.requireWritable(now, revisions);
        if (!again.apply(now).equals(shown)) {
            throw writing.refused("the file or its neighbours changed since this was shown.", "Read again.");
        }
        return writing.write(shown, now.directory().sum().isPresent() && now.check() instanceof SumCheck.Matches);
    }

    private void requireWritable(ReadDirectory now, Revisions revisions) {
        boolean isThere =
                now.files().stream().anyMatch(text -> text.statements().contains(statement));
        if (!isThere) {
            throw refused("the statement does not stand there any more.", "Read again.");
        }
        if (now.check() instanceof SumCheck.Differs) {
            throw refused(
                    "the directory is not what atlas.sum says, and writing that anew would hide it.",
                    "Look at what changed first; when it is meant, \"migration hash\" writes the file anew.");
        }
        boolean notRun = now.against(revisions).files().stream()
                .filter(state -> state.file().filter(statement.file()::equals).isPresent())
                .allMatch(state -> NOT_RUN.contains(state.state()));
        if (!notRun) {
            throw refused("the database has had this file.", "Write a new migration.");
        }
    }

    private List<String> write(RewriteFiles.Proposal proposal, boolean renewSum) {
        try {
            for (RewriteFiles.Written file : proposal.files()) {
                if (file.isNew()) {
                    Files.writeString(path.resolve(file.name()), file.text(), StandardOpenOption.CREATE_NEW);
                }
            }
            for (RewriteFiles.Written file : proposal.files()) {
                if (!file.isNew()) {
                    replace(path.resolve(file.name()), file.text());
                }
            }
            if (renewSum) {
                replace(
                        path.resolve(MigrationDirectory.SUM),
                        AtlasSum.of(MigrationDirectory.read(path)).text());
            }
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.CONFLICT,
                            "MIG-441",
                            "Writing into",
                            path.toString(),
                            failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                            "Look at what is there: the checksums tell which files were written."),
                    failure);
        }
        return proposal.files().stream().map(RewriteFiles.Written::name).toList();
    }

    /** All of it or nothing, also when the machine stops meanwhile. */
    private static void replace(Path file, String text) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), ".plumbline", ".new");
        try {
            Files.writeString(beside, text);
            if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private ProblemException refused(String why, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.CONFLICT, "MIG-440", "Writing otherwise", statement.place(), why, next));
    }
}
