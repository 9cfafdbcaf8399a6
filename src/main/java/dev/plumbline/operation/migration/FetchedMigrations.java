package dev.plumbline.operation.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A migration directory at hand; one that was taken out of an image is deleted when this is closed. */
public final class FetchedMigrations implements AutoCloseable {
    private final Path directory;
    private final String source;
    private final @Nullable String dsn;
    private final List<String> notes;
    private final @Nullable Path scratch;

    FetchedMigrations(Path directory, String source, @Nullable String dsn, List<String> notes, @Nullable Path scratch) {
        this.directory = directory;
        this.source = source;
        this.dsn = dsn;
        this.notes = List.copyOf(notes);
        this.scratch = scratch;
    }

    public Path directory() {
        return directory;
    }

    /** The image with its digest and the directory in it; empty for a directory of this machine. */
    public String source() {
        return source;
    }

    public String shown() {
        return source.isEmpty() ? directory.toString() : source;
    }

    /** The database that is named beside the migrations, with its password. */
    public Optional<String> dsn() {
        return Optional.ofNullable(dsn);
    }

    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        if (scratch != null) {
            delete(scratch);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
