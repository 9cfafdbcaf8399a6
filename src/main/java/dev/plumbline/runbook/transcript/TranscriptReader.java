package dev.plumbline.runbook.transcript;

import dev.plumbline.runbook.transcript.ReadTranscript.Broken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
import java.util.stream.IntStream;

/** Reads a transcript and follows its chain. Lines are read and hashed some thousands at a time by all processors, since a line is judged by itself; that each follows the one before it is looked at in their order. */
final class TranscriptReader {
    private static final int AT_ONCE = 4096;
    private static final int PARTS = 8;

    private final List<Entry> entries = new ArrayList<>();
    private String previous = EntryLine.ROOT;
    private Optional<Broken> broken = Optional.empty();

    /** @throws UncheckedIOException when the file cannot be read */
    static ReadTranscript of(Path file) {
        try (Reader all = text(Files.newInputStream(file))) {
            ReadTranscript read = new TranscriptReader().read(file, all);
            int cut = read.isWhole() ? 0 : cutLetter(file);
            ReadTranscript without = cut == 0 ? read : withoutEnd(file, cut);
            return without.isWhole() && without.torn().isEmpty() ? read : without;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A kill may cut a line within a letter of several bytes; a part of a letter behind whole lines was written by nobody. */
    private static ReadTranscript withoutEnd(Path file, int cut) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        InputStream before = new ByteArrayInputStream(bytes, 0, bytes.length - cut);
        try (Reader reader = text(before)) {
            return new TranscriptReader().read(file, reader);
        }
    }

    /** How many bytes at the end begin a letter that is not all there (RFC 3629, section 3). */
    private static int cutLetter(Path file) throws IOException {
        byte[] end = end(file, 3);
        for (int count = 1; count <= end.length; count++) {
            int first = end[end.length - count] & 0xFF;
            if (first >= 0xC0) {
                int whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
                return count < whole ? count : 0;
            }
            if (first < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    /** Fails at bytes that are none. */
    private static Reader text(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }

    private ReadTranscript read(Path file, Reader text) throws IOException {
        NewlineReader reader = new NewlineReader(text);
        List<String> lines = new ArrayList<>();
        String torn = "";
        String last = null;
        try {
            for (String line = reader.line(); line != null && broken.isEmpty(); line = reader.line()) {
                if (last != null) {
                    lines.add(last);
                }
                last = line;
                if (lines.size() == AT_ONCE) {
                    take(lines);
                }
            }
            if (last != null && EntryLine.read(last, new EntryHash()).isEmpty() && !endsWithNewline(file)) {
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
        }
        return new ReadTranscript(entries, broken.isPresent() ? "" : torn, broken);
    }

    private void take(List<String> lines) {
        int part = lines.size() / PARTS + 1;
        List<Optional<EntryLine.Read>> read = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(number -> read(lines, number * part, (number + 1) * part))
                .flatMap(List::stream)
                .toList();
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

    private static List<Optional<EntryLine.Read>> read(List<String> lines, int from, int to) {
        EntryHash hash = new EntryHash();
        List<Optional<EntryLine.Read>> read = new ArrayList<>();
        for (int at = from; at < Math.min(to, lines.size()); at++) {
            read.add(EntryLine.read(lines.get(at), hash));
        }
        return read;
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
        byte[] last = end(file, 1);
        return last.length == 0 || last[0] == '\n';
    }

    private static byte[] end(Path file, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - most);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (end.hasRemaining() && channel.read(end) >= 0) {}
            return end.array();
        }
    }
}
