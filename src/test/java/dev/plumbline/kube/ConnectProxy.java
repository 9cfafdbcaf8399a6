package dev.plumbline.kube;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that opens tunnels, or refuses to, and remembers where to. */
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String answer;

    ConnectProxy(String answer) throws IOException {
        this.answer = answer;
        daemon(() -> {
            while (true) {
                Socket client = listener.accept();
                daemon(() -> tunnel(client));
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> asked() {
        return asked;
    }

    private void tunnel(Socket client) throws IOException {
        BufferedReader head =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String request = head.readLine();
        asked.add(request);
        for (String line = request; line != null && !line.isEmpty(); line = head.readLine()) {}
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        if (!answer.startsWith("200")) {
            client.close();
            return;
        }
        String[] target = request.split(" ")[1].split(":");
        Socket server = new Socket(target[0], Integer.parseInt(target[1]));
        daemon(() -> server.getInputStream().transferTo(out));
        client.getInputStream().transferTo(server.getOutputStream());
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A closed socket ends the work: that is how a tunnel ends. */
    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
