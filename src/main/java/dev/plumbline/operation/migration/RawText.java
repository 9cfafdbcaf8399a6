package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A migration file as it lies on the disk. */
final class RawText {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private RawText() {}

    /** @throws ProblemException MIG-405 when it cannot be read */
    static String of(MigrationFile file) {
        try {
            return Files.readString(file.path());
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.NOT_FOUND,
                            "MIG-405",
                            "Reading",
                            file.path().toString(),
                            unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage(),
                            "Look whether the file is there and may be read."),
                    unreadable);
        }
    }

    /** Without a byte order mark, which is told elsewhere. */
    static List<String> lines(MigrationFile file) {
        String text = of(file);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
    }
}
