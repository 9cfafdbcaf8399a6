package dev.plumbline.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Refuses the startup parameter {@code options} as poolers do, and passes everything else on to a server. */
public final class StrictPooler implements AutoCloseable {
    private final ServerSocket listener;
    private final String host;
    private final int port;

    public StrictPooler(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int length = in.readInt();
            byte[] startup = in.readNBytes(length - 4);
            if (new String(startup, StandardCharsets.UTF_8).contains("\0options\0")) {
                refuse(client.getOutputStream());
                return;
            }
            try (Socket server = new Socket(host, port)) {
                DataOutputStream out = new DataOutputStream(server.getOutputStream());
                out.writeInt(length);
                out.write(startup);
                out.flush();
                start(() -> pump(server, client));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void refuse(OutputStream out) throws IOException {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (String field :
                new String[] {"SFATAL", "VFATAL", "C08P01", "Munsupported startup parameter: options", ""}) {
            fields.writeBytes((field + "\0").getBytes(StandardCharsets.UTF_8));
        }
        DataOutputStream message = new DataOutputStream(out);
        message.writeByte('E');
        message.writeInt(fields.size() + 4);
        message.write(fields.toByteArray());
        message.flush();
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "strict-pooler");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
