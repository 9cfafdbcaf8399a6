package dev.plumbline.operation.structure;

import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file holds that {@code plumbline snapshot} wrote. */
final class SavedStructure {
    private static final long LARGEST = 1L << 30;

    private SavedStructure() {}

    /** A snapshot is a JSON object, whatever its file is called; no SQL begins with a brace. */
    static boolean isSnapshot(Path path) {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .startsWith("{");
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    static StructureSnapshot structure(Path path) {
        return SnapshotJsonReader.structure(text(path));
    }

    static ServerIdentity server(Path path) {
        return SnapshotJsonReader.server(text(path));
    }

    static AccessSnapshot access(Path path) {
        return SnapshotJsonReader.read(text(path)).access();
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new IOException("it is larger than 1 GB");
            }
            return Files.readString(path);
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
