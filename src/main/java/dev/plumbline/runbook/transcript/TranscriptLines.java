package dev.plumbline.runbook.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a transcript's file, some thousands at a time: each is looked at by itself, so that they can be looked at together. */
final class TranscriptLines implements AutoCloseable {
    private static final int TOGETHER = 4096;

    private final Path file;
    private final BufferedReader reader;
    private boolean malformed;

    TranscriptLines(Path file) throws IOException {
        this.file = file;
        this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /** Empty at the end, and where bytes come that are no text. */
    List<String> next() throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            String line = malformed ? null : reader.readLine();
            while (line != null) {
                lines.add(line);
                line = lines.size() < TOGETHER ? reader.readLine() : null;
            }
        } catch (MalformedInputException broken) {
            malformed = true;
        }
        return lines;
    }

    boolean isMalformed() {
        return malformed;
    }

    /** The last line was not written to its end. */
    boolean isTorn() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                return false;
            }
            channel.position(channel.size() - 1);
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last) != 1 || last.get(0) != '\n';
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
