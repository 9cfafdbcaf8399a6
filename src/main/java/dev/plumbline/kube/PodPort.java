package dev.plumbline.kube;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.ApiSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A port of a pod through the API server, by WebSocket with the protocol {@code v4.channel.k8s.io}: the first byte of a message is its channel, 0
 * for data and 1 for an error in words, and the first message of a channel is the port in two bytes. The login needs {@code get} (and on newer
 * servers {@code create}) on pods/portforward.
 */
public final class PodPort {
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final byte DATA = 0;
    private static final byte ERROR = 1;
    private static final int CHANNELS = 2;
    private final ApiServer server;
    private final String context;
    private final String namespace;
    private final String pod;
    private final int port;
    private final CancelToken cancel;

    PodPort(ApiServer server, String context, String namespace, String pod, int port, CancelToken cancel) {
        this.server = server;
        this.context = context;
        this.namespace = namespace;
        this.pod = pod;
        this.port = port;
        this.cancel = cancel;
    }

    /** One connection to the port; it has no half-closed state, so whoever is done closes it. */
    public static final class Line implements AutoCloseable {
        private final ApiSocket socket;

        private Line(ApiSocket socket) {
            this.socket = socket;
        }

        public void send(byte[] bytes, int length) throws IOException {
            ByteBuffer message = ByteBuffer.allocate(length + 1).put(DATA).put(bytes, 0, length);
            message.flip();
            socket.send(message);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /**
     * @param to where what the pod sends is written
     * @param ended hears once that the line is over, and why: empty when the pod closed it
     * @throws dev.plumbline.model.ProblemException when the API server refuses, or is not reached
     */
    public Line connect(OutputStream to, Consumer<String> ended) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "pods", pod, "portforward")
                .with("ports", Integer.toString(port));
        return new Line(server.openSocket(
                ApiRequest.read(path, "forward", shown()), PROTOCOL, new Incoming(to, ended), cancel));
    }

    public String shown() {
        return "port " + port + " of Pod " + namespace + "/" + pod + " of context " + context;
    }

    private static final class Incoming implements ApiSocket.Ends {
        private final OutputStream to;
        private final Consumer<String> ended;
        private final boolean[] begun = new boolean[CHANNELS];
        private final StringBuilder error = new StringBuilder();

        private Incoming(OutputStream to, Consumer<String> ended) {
            this.to = to;
            this.ended = ended;
        }

        @Override
        public void received(ByteBuffer message) throws IOException {
            byte channel = message.hasRemaining() ? message.get() : -1;
            if (channel != DATA && channel != ERROR) {
                throw new IOException("a message of channel " + channel);
            }
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            if (!begun[channel]) {
                begun[channel] = true;
            } else if (channel == ERROR) {
                error.append(new String(bytes, StandardCharsets.UTF_8));
                throw new IOException("refused");
            } else {
                to.write(bytes);
                to.flush();
            }
        }

        @Override
        public void ended(String why) {
            ended.accept(error.isEmpty() ? why : error.toString().strip());
        }
    }
}
