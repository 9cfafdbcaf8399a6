package dev.plumbline.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between a client and PostgreSQL that knows where messages begin and end (protocol 3.0, manual 55.7), without TLS, and cuts where its rule says so.
 * A cut closes every connection at both ends at once, as a dying line does. Whoever comes after gets through, uncut, unless it {@link #staysDead}.
 */
public final class CuttingProxy implements AutoCloseable {
    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Rule rule = message -> Action.FORWARD;
    private volatile boolean dead;
    private volatile boolean staysDead;
    private volatile boolean refusesOptions;

    /** What to do with a message; asked for each one, in order, one at a time. */
    @FunctionalInterface
    public interface Rule {
        Action judge(Message message);
    }

    public enum Action {
        FORWARD,
        CUT_BEFORE,
        CUT_AFTER
    }

    /**
     * One message; a startup packet has type 0. {@code text} is the body as text, which finds SQL in Query and Parse messages and the tag in
     * CommandComplete. {@code startup} is the connection's startup packet as text, zero bytes as spaces.
     */
    public record Message(boolean fromClient, char type, String text, String startup) {
        /** True for the client's Parse message of exactly this statement. */
        public boolean parses(String sql) {
            return fromClient && type == 'P' && text.contains("\0" + sql + "\0");
        }
    }

    public CuttingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void follow(Rule newRule) {
        rule = newRule;
    }

    /** Refuses startup options from now on, as a pooler that hands sessions from client to client does. */
    public void refuseOptions() {
        refusesOptions = true;
    }

    /** After the next cut nobody gets through until {@link #mend}. */
    public void staysDead() {
        staysDead = true;
    }

    /** Lets everything through again. */
    public void mend() {
        rule = message -> Action.FORWARD;
        staysDead = false;
        dead = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (dead) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        daemon(() -> pump(client, server));
    }

    private void pump(Socket client, Socket server) {
        try {
            DataInputStream fromClient = new DataInputStream(client.getInputStream());
            DataOutputStream toServer = new DataOutputStream(server.getOutputStream());
            byte[] startup = new byte[fromClient.readInt() - 4];
            fromClient.readFully(startup);
            String words = new String(startup, StandardCharsets.UTF_8).replace('\0', ' ');
            if (refusesOptions && words.contains(" options ")) {
                client.getOutputStream().write(refusal("unsupported startup parameter: options"));
                close(client, server);
                return;
            }
            daemon(() -> relay(server, client, false, words));
            if (pass(true, (char) 0, startup, words, toServer)) {
                relay(client, server, true, words);
            }
        } catch (IOException ended) {
            close(client, server);
        }
    }

    private void relay(Socket from, Socket to, boolean fromClient, String words) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                char type = (char) in.readUnsignedByte();
                byte[] body = new byte[in.readInt() - 4];
                in.readFully(body);
                if (!pass(fromClient, type, body, words, out)) {
                    return;
                }
            }
        } catch (IOException ended) {
            close(from, to);
        }
    }

    /** One message at a time, so that a rule may count. */
    private synchronized boolean pass(boolean fromClient, char type, byte[] body, String startup, DataOutputStream out)
            throws IOException {
        Message message = new Message(fromClient, type, new String(body, StandardCharsets.UTF_8), startup);
        Action action = dead ? Action.CUT_BEFORE : rule.judge(message);
        if (action != Action.CUT_BEFORE) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length + 5);
            DataOutputStream bytes = new DataOutputStream(whole);
            if (type != 0) {
                bytes.writeByte(type);
            }
            bytes.writeInt(body.length + 4);
            bytes.write(body);
            out.write(whole.toByteArray());
            out.flush();
        }
        if (action != Action.FORWARD) {
            rule = next -> Action.FORWARD;
            dead = staysDead;
            cut();
        }
        return action == Action.FORWARD;
    }

    /** An ErrorResponse with SQLSTATE 08P01, as pgbouncer sends it. */
    private static byte[] refusal(String words) throws IOException {
        byte[] fields = ("SFATAL\0C08P01\0M" + words + "\0\0").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream bytes = new DataOutputStream(whole);
        bytes.writeByte('E');
        bytes.writeInt(fields.length + 4);
        bytes.write(fields);
        return whole.toByteArray();
    }

    /** Only what stands when the cut begins: whoever sees the first of them die may be back before the last one does. */
    private void cut() {
        List<Socket> standing = List.copyOf(open);
        standing.forEach(open::remove);
        standing.forEach(socket -> close(socket));
    }

    private static void close(Socket... sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
