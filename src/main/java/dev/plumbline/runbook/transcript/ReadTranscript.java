package dev.plumbline.runbook.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<Entry> entries = new ArrayList<>();
        String previous = EntryLine.ROOT;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                String following = lines.readLine();
                Optional<EntryLine.Read> read = EntryLine.read(line);
                if (read.isEmpty() && following == null && !endsWithNewline(file)) {
                    return new ReadTranscript(entries, line, Optional.empty());
                }
                Optional<String> wrong = wrong(read, entries.size() + 1L, previous);
                if (wrong.isPresent()) {
                    return new ReadTranscript(entries, "", Optional.of(new Broken(entries.size() + 1L, wrong.get())));
                }
                Entry entry = read.orElseThrow().entry();
                entries.add(entry);
                previous = entry.hash();
                line = following;
            }
            return new ReadTranscript(entries, "", Optional.empty());
        } catch (MalformedInputException broken) {
            return new ReadTranscript(
                    entries, "", Optional.of(new Broken(entries.size() + 1L, "It holds bytes that are no text.")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> wrong(Optional<EntryLine.Read> read, long number, String previous) {
        if (read.isEmpty()) {
            return Optional.of("It is no entry.");
        }
        Entry entry = read.get().entry();
        if (entry.number() != number) {
            return Optional.of("Entry " + number + " is missing; the one that stands here is " + entry.number() + ".");
        }
        if (!read.get().fits()) {
            return Optional.of("Entry " + number + " does not say what was written: its hash differs.");
        }
        return entry.previous().equals(previous)
                ? Optional.empty()
                : Optional.of("Entry " + number + " does not follow the entry before it.");
    }

    private static boolean endsWithNewline(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                return true;
            }
            channel.position(channel.size() - 1);
            java.nio.ByteBuffer last = java.nio.ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }
}
