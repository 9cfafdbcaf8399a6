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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory of migrations: its {@code *.sql} files in the order of the bytes of their names, and {@code atlas.sum} where there is one. Nothing below it is looked at. The
 * {@code _undo.sql} files of pg-flux are none of its files but ways back.
 */
public record MigrationDirectory(Path path, List<MigrationFile> files, Optional<Path> sum, DirectoryForm form) {
    public static final String SUM = "atlas.sum";
    private static final Comparator<MigrationFile> BY_BYTES = Comparator.comparing(
            file -> file.name().getBytes(StandardCharsets.UTF_8), (one, other) -> Arrays.compareUnsigned(one, other));

    public MigrationDirectory {
        files = List.copyOf(files);
    }

    /** In the form that it seems to have. */
    public static MigrationDirectory read(Path path) {
        return read(path, Optional.empty());
    }

    /**
     * @param said the form that a person says it has; empty for what it seems to have
     * @throws ProblemException MIG-404 when there is no such directory, MIG-405 when it cannot be read
     */
    public static MigrationDirectory read(Path path, Optional<DirectoryForm> said) {
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
            List<Path> found = all.filter(Files::isRegularFile).toList();
            DirectoryForm form = said.orElseGet(() -> DirectoryForm.of(
                    found.stream().map(each -> each.getFileName().toString()).toList()));
            List<MigrationFile> files = new ArrayList<>();
            found.stream()
                    .filter(each -> MigrationFile.isOne(each, form))
                    .forEach(file -> files.add(MigrationFile.of(file, form)));
            files.sort(BY_BYTES);
            Path sum = path.resolve(SUM);
            boolean hasSum = form == DirectoryForm.ATLAS && Files.exists(sum);
            return new MigrationDirectory(path, files, hasSum ? Optional.of(sum) : Optional.empty(), form);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** Its files with their statements. */
    public List<FileText> texts() {
        return files.stream()
                .map(file -> form == DirectoryForm.PG_FLUX ? FluxText.up(file) : FileText.read(file))
                .toList();
    }

    /** Its ways back, as far as it has any; each has the version of the file that it undoes. Atlas knows none: it works a way back out from the database ({@code migrate down}). */
    public List<FileText> downs() {
        return form == DirectoryForm.PG_FLUX
                ? files.stream().flatMap(file -> FluxText.down(file).stream()).toList()
                : List.of();
    }

    /** What the tool whose directory it is records of each file: the hash of its line in {@code atlas.sum}, or the SHA-256 of all of it, in hexadecimal. */
    public AtlasSum sums() {
        return form == DirectoryForm.PG_FLUX ? FluxSum.of(this) : AtlasSum.of(this);
    }

    /** The same as if these were all files. Each line of {@code atlas.sum} holds the files before it, so that one that comes between changes those behind it. */
    public AtlasSum sums(Predicate<MigrationFile> some) {
        return new MigrationDirectory(path, files.stream().filter(some).toList(), sum, form).sums();
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
