package dev.plumbline.runbook.transcript;

import dev.plumbline.runbook.transcript.ReadTranscript.Broken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a transcript and follows its chain. Lines are read and hashed some thousands at a time by all processors, since a line is judged by itself; that each follows the one before it is looked at in their order. */
final class TranscriptReader {
    private static final int AT_ONCE = 4096;

    private final List<Entry> entries = new ArrayList<>();
    private String previous = EntryLine.ROOT;
    private Optional<Broken> broken = Optional.empty();

    /** @throws UncheckedIOException when the file cannot be read */
    ReadTranscript read(Path file) {
        List<String> lines = new ArrayList<>();
        String torn = "";
        String last = null;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null && broken.isEmpty(); line = reader.readLine()) {
                if (last != null) {
                    lines.add(last);
                }
                last = line;
                if (lines.size() == AT_ONCE) {
                    take(lines);
                }
            }
            if (last != null && EntryLine.read(last).isEmpty() && !endsWithNewline(file)) {
                torn = last;
            } else if (last != null) {
                lines.add(last);
            }
            take(lines);
        } catch (MalformedInputException binary) {
            if (last != null) {
                lines.add(last);
            }
            take(lines);
            broken = broken.or(() -> Optional.of(new Broken(entries.size() + 1L, "It holds bytes that are no text.")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ReadTranscript(entries, broken.isPresent() ? "" : torn, broken);
    }

    private void take(List<String> lines) {
        List<Optional<EntryLine.Read>> read =
                lines.parallelStream().map(EntryLine::read).toList();
        lines.clear();
        for (Optional<EntryLine.Read> each : read) {
            if (broken.isPresent()) {
                return;
            }
            broken = wrong(each).map(why -> new Broken(entries.size() + 1L, why));
            if (broken.isEmpty()) {
                Entry entry = each.orElseThrow().entry();
                entries.add(entry);
                previous = entry.hash();
            }
        }
    }

    private Optional<String> wrong(Optional<EntryLine.Read> read) {
        if (read.isEmpty()) {
            return Optional.of("It is no entry.");
        }
        Entry entry = read.get().entry();
        long number = entries.size() + 1L;
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
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                return true;
            }
            channel.position(channel.size() - 1);
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }
}
