package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** PL801: a file whose name sorts before one that was there when it was added: where the newer one has run, this one comes out of order. */
final class NonLinear {
    private NonLinear() {}

    /** The finding's text; empty when the file is behind all of the others. */
    static Optional<Found> of(FileText file, List<FileText> before) {
        return before.stream()
                .map(FileText::file)
                .filter(other -> isBehind(file.file(), other))
                .reduce((one, other) -> isBehind(one, other) ? other : one)
                .map(newest -> new Found(
                        file.file().name(),
                        file.file().name() + " was added behind " + newest.name()
                                + ", which is newer: databases that have run that one run this out of order, or not at all.",
                        "Give it a version behind the newest, unless no database has run that."));
    }

    private static boolean isBehind(MigrationFile file, MigrationFile other) {
        return Arrays.compareUnsigned(
                        file.name().getBytes(StandardCharsets.UTF_8),
                        other.name().getBytes(StandardCharsets.UTF_8))
                < 0;
    }
}
