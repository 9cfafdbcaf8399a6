package dev.plumbline.operation;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a migrations directory as pg-flux applies it: every {@code .sql} file but {@code *_undo.sql}, in the order of their names. */
public final class ReadMigrations {
    private static final long LARGEST = 16L * 1024 * 1024;

    private ReadMigrations() {}

    /** A file's name and its whole text. */
    public record MigrationFile(String name, String text) {}

    /** @throws ProblemException when the directory or one of its files cannot be read, or is no text in UTF-8 */
    public static List<MigrationFile> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<MigrationFile> read = new ArrayList<>();
            for (Path file : files.filter(ReadMigrations::isMigration).sorted().toList()) {
                read.add(read(file));
            }
            return read;
        } catch (IOException failure) {
            throw unreadable(directory, failure);
        }
    }

    private static boolean isMigration(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".sql") && !name.endsWith("_undo.sql") && Files.isRegularFile(file);
    }

    private static MigrationFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, new IOException("it is larger than 16 MB"));
            }
            return new MigrationFile(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (CharacterCodingException broken) {
            throw unreadable(file, new IOException("it is not UTF-8", broken));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static ProblemException unreadable(Path file, IOException failure) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "MIG-404",
                        "Reading the migrations in",
                        Visible.text(file.toString()),
                        Visible.text(failure.getClass().getSimpleName() + ": " + failure.getMessage()) + ".",
                        "Give a directory of .sql files with --migrations."),
                failure);
    }
}
