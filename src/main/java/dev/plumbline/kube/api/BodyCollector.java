package dev.plumbline.kube.api;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Gathers an answer's body up to a limit; beyond it the answer is broken off. */
final class BodyCollector implements AsyncBody.Consumer<List<ByteBuffer>> {
    private static final int MAX_BYTES = 128 * 1024 * 1024;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) throws IOException {
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        if (bytes.size() > MAX_BYTES) {
            throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
        }
        body.consume();
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
