package dev.plumbline.operation.runbook;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a Kubernetes API that cannot switch protocols, and answers pods/portforward itself as a kubelet does: a WebSocket with
 * v4.channel.k8s.io, its frames read and written here byte by byte, its data carried to one port of this machine. All else goes to the API.
 */
final class PortForwardFront implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: (.*)$");
    private static final Pattern PORT = Pattern.compile("portforward\\?ports=(\\d+)");
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final URI api;
    private final int pod;
    private final Optional<String> refusal;

    /** @param pod the port of this machine that a pod's port 8080 is; every other port of it is closed */
    PortForwardFront(URI api, int pod, Optional<String> refusal) throws IOException {
        this.api = api;
        this.pod = pod;
        this.refusal = refusal;
        workers.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** The requests for forwarding as they came. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                workers.execute(() -> quietly(() -> serve(client)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException ended) {
            // Whoever is connected closes when it is done: that is how each of these ends.
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            if (head.contains("/portforward?")) {
                heads.add(head);
                forward(client, head);
                return;
            }
            try (Socket server = new Socket(api.getHost(), api.getPort())) {
                String once = head.replaceFirst("\r\n", "\r\nConnection: close\r\n")
                        .replaceAll("(?i)\r\n(Connection: Upgrade[^\r]*|Upgrade: [^\r]*|HTTP2-Settings: [^\r]*)", "");
                server.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void forward(Socket client, String head) throws IOException {
        OutputStream out = client.getOutputStream();
        if (refusal.isPresent()) {
            out.write(("HTTP/1.1 " + refusal.get() + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        Matcher key = KEY.matcher(head);
        Matcher port = PORT.matcher(head);
        if (!key.find() || !port.find()) {
            throw new IOException("no WebSocket is asked for: " + head);
        }
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: v4.channel.k8s.io\r\nSec-WebSocket-Accept: "
                        + accept(key.group(1).strip()) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        int asked = Integer.parseInt(port.group(1));
        byte[] number = {(byte) asked, (byte) (asked >> 8)};
        frame(out, BINARY, 0, number);
        frame(out, BINARY, 1, number);
        if (asked != 8080) {
            frame(
                    out,
                    BINARY,
                    1,
                    ("error forwarding port " + asked + ": connection refused").getBytes(StandardCharsets.UTF_8));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return;
        }
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), pod)) {
            workers.execute(() -> quietly(() -> fromPod(behind, out)));
            fromClient(new DataInputStream(client.getInputStream()), behind.getOutputStream());
        }
    }

    private static void fromPod(Socket behind, OutputStream out) throws IOException {
        byte[] bytes = new byte[10_000];
        for (int read = behind.getInputStream().read(bytes);
                read >= 0;
                read = behind.getInputStream().read(bytes)) {
            frame(out, BINARY, 0, java.util.Arrays.copyOf(bytes, read));
        }
        synchronized (out) {
            out.write(new byte[] {(byte) CLOSE, 2, 3, (byte) 0xE8});
            out.flush();
        }
    }

    private static void frame(OutputStream out, int kind, int channel, byte[] payload) throws IOException {
        int length = payload.length + 1;
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(kind);
        if (length < 126) {
            frame.write(length);
        } else {
            frame.write(126);
            frame.write(length >> 8);
            frame.write(length);
        }
        frame.write(channel);
        frame.writeBytes(payload);
        synchronized (out) {
            out.write(frame.toByteArray());
            out.flush();
        }
    }

    private static void fromClient(DataInputStream in, OutputStream pod) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7F;
            long whole = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes((int) whole);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if ((kind & 0x0F) == 8) {
                return;
            }
            int skipped = (kind & 0x0F) == 2 ? 1 : 0;
            if (skipped == 1 && payload[0] != 0) {
                throw new IOException("data on channel " + payload[0]);
            }
            pod.write(payload, skipped, payload.length - skipped);
            pod.flush();
        }
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        workers.shutdownNow();
    }
}
