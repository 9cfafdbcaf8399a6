package dev.plumbline.operation;

import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads the access side of a file that {@link TakeSnapshot} wrote. */
public final class ReadSavedAccess {
    private static final long LARGEST = 1L << 30;

    private ReadSavedAccess() {}

    /** Who could do what at {@code readAt}. */
    public record SavedAccess(AccessSnapshot snapshot, Instant readAt) {}

    /** @throws ProblemException when the file cannot be read, is no snapshot, or is of another version */
    public static SavedAccess of(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, new IOException("it is larger than 1 GB"));
            }
            SnapshotJsonReader.Saved saved = SnapshotJsonReader.read(Files.readString(file));
            return new SavedAccess(saved.access(), saved.readAt());
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
                        "SNAP-404",
                        "Reading the snapshot file",
                        Visible.text(file.toString()),
                        Visible.text(failure.getClass().getSimpleName() + ": " + failure.getMessage()) + ".",
                        "Give a file that plumbline snapshot wrote."),
                failure);
    }
}
