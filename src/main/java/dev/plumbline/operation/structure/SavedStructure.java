package dev.plumbline.operation.structure;

import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The structure in a file that {@code plumbline snapshot} wrote. */
final class SavedStructure {
    private static final long LARGEST = 1L << 30;

    private SavedStructure() {}

    /** A snapshot is a JSON object, whatever its file is called; no SQL begins with a brace. */
    static boolean isSnapshot(Path path) {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (java.io.InputStream in = Files.newInputStream(path)) {
            byte[] beginning = in.readNBytes(64);
            return new String(beginning, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .startsWith("{");
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /** Empty when the file is no snapshot. */
    static Optional<StructureSnapshot> of(Path path) {
        if (!isSnapshot(path)) {
            return Optional.empty();
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw new IOException("it is larger than 1 GB");
            }
            return Optional.of(SnapshotJsonReader.structure(Files.readString(path)));
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static ProblemException unreadable(Path path, IOException failure) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "SNAP-404",
                        "Reading",
                        Visible.text(path.toString()),
                        Visible.text(String.valueOf(failure.getMessage())) + ".",
                        "Give a file that plumbline snapshot wrote, or SQL."),
                failure);
    }
}
