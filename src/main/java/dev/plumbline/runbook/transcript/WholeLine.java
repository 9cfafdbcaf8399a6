package dev.plumbline.runbook.transcript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Writes a line whole or not at all: what was written of one that could not be written whole would break the chain for the next one. */
final class WholeLine {
    private WholeLine() {}

    /** @throws IOException where it could not be written; what stands of it is taken back, and where that fails too it is told with it */
    static void append(SeekableByteChannel channel, byte[] line, Settling settling) throws IOException {
        long begin = channel.position();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            settling.settle();
        } catch (IOException failed) {
            takeBack(channel, begin, failed);
            throw failed;
        }
    }

    /** What makes sure that the line is on the disk. */
    interface Settling {
        void settle() throws IOException;
    }

    private static void takeBack(SeekableByteChannel channel, long begin, IOException failed) {
        try {
            channel.truncate(begin);
        } catch (IOException also) {
            failed.addSuppressed(also);
        }
    }
}
