package dev.plumbline.runbook.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLineTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenOfALineIsTakenBackWhereTheDiskIsFull() throws Exception {
        Path file = Files.writeString(folder.resolve("transcript.jsonl"), "first\n");
        try (SmallDisk disk = new SmallDisk(file, 10)) {
            disk.position(6);
            assertThatThrownBy(() -> WholeLine.append(disk, bytes("second line\n"), () -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
            assertThat(file).hasContent("first\n");
            assertThat(disk.position()).isEqualTo(6);
            WholeLine.append(disk, bytes("2nd\n"), () -> {});
        }
        assertThat(file).hasContent("first\n2nd\n");
    }

    @Test
    void aLineThatIsNotOnTheDiskIsTakenBackToo() throws Exception {
        Path file = Files.writeString(folder.resolve("transcript.jsonl"), "first\n");
        try (SmallDisk disk = new SmallDisk(file, 100)) {
            disk.position(6);
            assertThatThrownBy(() -> WholeLine.append(disk, bytes("second\n"), () -> {
                        throw new IOException("Input/output error");
                    }))
                    .hasMessage("Input/output error");
        }
        assertThat(file).hasContent("first\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file on a disk with room for so many bytes, three of which are taken at a time. */
    private static final class SmallDisk implements SeekableByteChannel {
        private final FileChannel file;
        private final long room;

        private SmallDisk(Path path, long room) throws IOException {
            this.file = FileChannel.open(path, StandardOpenOption.WRITE);
            this.room = room;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int most = (int) Math.min(3, room - file.position());
            if (most <= 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer some = from.slice();
            some.limit(Math.min(most, some.limit()));
            int written = file.write(some);
            from.position(from.position() + written);
            return written;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long to) throws IOException {
            file.truncate(to);
            return this;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
