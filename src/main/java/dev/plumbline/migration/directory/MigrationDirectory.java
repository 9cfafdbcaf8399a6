package dev.plumbline.migration.directory;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of migrations in Atlas' form: its {@code *.sql} files in the order of the bytes of their names, and {@code atlas.sum} where there is one. Nothing below it is looked at.
 */
public record MigrationDirectory(Path path, List<MigrationFile> files, Optional<Path> sum) {
    public static final String SUM = "atlas.sum";
    private static final Comparator<MigrationFile> BY_BYTES = Comparator.comparing(
            file -> file.name().getBytes(StandardCharsets.UTF_8), (one, other) -> Arrays.compareUnsigned(one, other));

    public MigrationDirectory {
        files = List.copyOf(files);
    }

    /** @throws ProblemException MIG-404 when there is no such directory, MIG-405 when it cannot be read */
    public static MigrationDirectory read(Path path) {
        if (!Files.isDirectory(path)) {
            throw new ProblemException(new Problem(
                    Problem.Kind.NOT_FOUND,
                    "MIG-404",
                    "Reading the migration directory",
                    path.toString(),
                    Files.exists(path) ? "it is a file, not a directory." : "there is no such directory.",
                    "Name the directory that holds the .sql files."));
        }
        try (Stream<Path> all = Files.list(path)) {
            List<MigrationFile> files = new ArrayList<>();
            all.filter(MigrationFile::isOne)
                    .filter(Files::isRegularFile)
                    .forEach(file -> files.add(MigrationFile.of(file)));
            files.sort(BY_BYTES);
            Path sum = path.resolve(SUM);
            return new MigrationDirectory(path, files, Files.exists(sum) ? Optional.of(sum) : Optional.empty());
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    static ProblemException unreadable(Path path, IOException failure) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "MIG-405",
                        "Reading",
                        path.toString(),
                        failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                        "Look whether the file is there and may be read."),
                failure);
    }
}
