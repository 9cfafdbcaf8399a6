package dev.plumbline.runbook.transcript;

import dev.plumbline.runbook.transcript.EntryLine.Read;
import dev.plumbline.runbook.transcript.ReadTranscript.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a transcript and follows its chain. Lines are read and hashed by all processors, since a line is judged by itself; that each follows the one before it is looked at in their order. */
final class TranscriptReader {
    private static final int PARTS = 8;

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Entry previous;
    private Optional<Broken> broken = Optional.empty();

    /** @throws UncheckedIOException when the file cannot be read */
    static ReadTranscript of(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new TranscriptReader().read(new LineBlocks(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ReadTranscript read(LineBlocks blocks) throws IOException {
        while (broken.isEmpty() && blocks.next()) {
            lines(blocks.bytes(), blocks.whole()).forEach(this::take);
        }
        String torn = broken.isPresent() ? "" : end(blocks.bytes(), blocks.whole(), blocks.end());
        return new ReadTranscript(entries, torn, broken);
    }

    private static List<Read> lines(byte[] bytes, int end) {
        return IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> lines(
                        bytes,
                        lineAt(bytes, (int) ((long) end * part / PARTS), end),
                        lineAt(bytes, (int) ((long) end * (part + 1) / PARTS), end)))
                .flatMap(List::stream)
                .toList();
    }

    /** Where the first line begins that does not begin before this place. */
    private static int lineAt(byte[] bytes, int place, int end) {
        int at = place;
        while (at > 0 && at < end && bytes[at - 1] != '\n') {
            at++;
        }
        return at;
    }

    private static List<Read> lines(byte[] bytes, int from, int to) {
        EntryHash hash = new EntryHash();
        List<Read> lines = new ArrayList<>();
        int begin = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                lines.add(EntryLine.read(bytes, begin, at, hash));
                begin = at + 1;
            }
        }
        return lines;
    }

    private void take(Read line) {
        Entry entry = line.entry();
        if (broken.isPresent()) {
            return;
        }
        String wrong = entry == null ? line.none() : wrong(entry, line.fits());
        if (entry == null || !wrong.isEmpty()) {
            broken = Optional.of(new Broken(entries.size() + 1L, wrong));
            return;
        }
        entries.add(entry);
        previous = entry;
    }

    private String wrong(Entry entry, boolean fits) {
        long number = entries.size() + 1L;
        if (entry.number() != number) {
            return "Entry " + number + " is missing; the one that stands here is " + entry.number() + ".";
        }
        if (!fits) {
            return "Entry " + number + " does not say what was written: its hash differs.";
        }
        return entry.follows(previous) ? "" : "Entry " + number + " does not follow the entry before it.";
    }

    /**
     * Takes what is behind the last newline, and gives it where it was cut while it was written. A kill may cut a line within a letter of several bytes; a part of a letter behind whole lines was written by nobody.
     */
    private String end(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        int whole = to - ByteText.cutLetter(bytes, from, to);
        Read line = EntryLine.read(bytes, from, whole, new EntryHash());
        if (whole < to && (whole == from || line.entry() != null)) {
            take(Read.NO_TEXT);
            return "";
        }
        if (line.equals(Read.NO_ENTRY)) {
            return new String(bytes, from, whole - from, StandardCharsets.UTF_8);
        }
        take(line);
        return "";
    }
}
