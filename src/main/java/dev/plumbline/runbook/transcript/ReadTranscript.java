package dev.plumbline.runbook.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        try (TranscriptLines lines = new TranscriptLines(file)) {
            return read(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ReadTranscript read(TranscriptLines lines) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String previous = EntryLine.ROOT;
        List<String> some = lines.next();
        while (!some.isEmpty()) {
            List<String> following = lines.next();
            int last = following.isEmpty() ? some.size() - 1 : -1;
            List<Optional<EntryLine.Read>> reads =
                    some.parallelStream().map(EntryLine::read).toList();
            for (int at = 0; at < some.size(); at++) {
                Optional<EntryLine.Read> read = reads.get(at);
                if (read.isEmpty() && at == last && lines.isTorn()) {
                    return new ReadTranscript(entries, some.get(at), Optional.empty());
                }
                Optional<String> wrong = wrong(read, entries.size() + 1L, previous);
                if (wrong.isPresent()) {
                    return broken(entries, wrong.get());
                }
                Entry entry = read.orElseThrow().entry();
                entries.add(entry);
                previous = entry.hash();
            }
            some = following;
        }
        return lines.isMalformed()
                ? broken(entries, "It holds bytes that are no text.")
                : new ReadTranscript(entries, "", Optional.empty());
    }

    private static ReadTranscript broken(List<Entry> entries, String why) {
        return new ReadTranscript(entries, "", Optional.of(new Broken(entries.size() + 1L, why)));
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
}
