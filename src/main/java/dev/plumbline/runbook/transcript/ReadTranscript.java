package dev.plumbline.runbook.transcript;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A transcript as its file holds it. {@code torn} is the last line where it was cut while it was written, empty otherwise; {@code broken} is the first line that does not fit the chain. Who
 * can write the file could write a new chain from one end to the other; only the hash of the last entry, kept elsewhere, shows that.
 */
public record ReadTranscript(List<Entry> entries, String torn, Optional<Broken> broken) {
    public ReadTranscript {
        entries = List.copyOf(entries);
    }

    /** The first line that does not fit, counted from 1, and why. */
    public record Broken(long line, String why) {}

    /** The hash that closes the chain. */
    public String head() {
        return entries.isEmpty()
                ? EntryLine.ROOT
                : entries.get(entries.size() - 1).hash();
    }

    public boolean isWhole() {
        return broken.isEmpty();
    }

    /** @throws UncheckedIOException when the file cannot be read */
    public static ReadTranscript of(Path file) {
        return TranscriptReader.of(file);
    }
}
