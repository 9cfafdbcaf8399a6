package dev.plumbline.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the wire protocol of CockroachDB (PostgreSQL's version 3) and answers the statements of a script with the script's rows; any other
 * statement fails and is remembered. The answers are written after CockroachDB's documentation: nothing here ran against a live CockroachDB.
 */
public final class ScriptedCockroach implements AutoCloseable {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int TEXT = 25;
    private final ServerSocket listener;
    private final CockroachScript script;
    private final List<String> unknown = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public ScriptedCockroach(CockroachScript script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Statements that the script has no answer for; a good test finds none. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    public List<String> asked() {
        return List.copyOf(asked);
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
            new Line(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()))
                    .talk();
        } catch (IOException gone) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-cockroach");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** One connection. */
    private final class Line {
        private final DataInputStream in;
        private final DataOutputStream out;
        private String statement = "";
        private boolean inTransaction;
        private boolean failed;

        Line(DataInputStream in, DataOutputStream out) {
            this.in = in;
            this.out = out;
        }

        void talk() throws IOException {
            greet();
            for (int kind = in.read(); kind >= 0 && kind != 'X'; kind = in.read()) {
                byte[] body = in.readNBytes(in.readInt() - 4);
                if (kind == 'S') {
                    failed = false;
                    ready();
                } else if (!failed) {
                    answer((char) kind, body);
                }
            }
        }

        private void greet() throws IOException {
            in.readInt();
            int code = in.readInt();
            if (code == SSL_REQUEST) {
                out.write('N');
                out.flush();
                greet();
                return;
            }
            skipParameters();
            send('R', number(0));
            Map.of(
                            "server_version", "13.0.0",
                            "crdb_version", script.version(),
                            "client_encoding", "UTF8",
                            "DateStyle", "ISO, MDY",
                            "standard_conforming_strings", "on",
                            "integer_datetimes", "on")
                    .forEach((name, value) -> put('S', text(name + "\0" + value + "\0")));
            send('K', number(1), number(1));
            ready();
        }

        private void skipParameters() throws IOException {
            boolean emptyName = false;
            while (!emptyName) {
                emptyName = word().isEmpty();
                if (!emptyName) {
                    word();
                }
            }
        }

        private String word() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int next = in.read(); next > 0; next = in.read()) {
                bytes.write(next);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private void answer(char kind, byte[] body) throws IOException {
            switch (kind) {
                case 'P' -> parse(body);
                case 'B' -> send('2');
                case 'D' -> describe();
                case 'E' -> execute();
                default -> fail("message " + kind + " is not in the script");
            }
        }

        private void parse(byte[] body) throws IOException {
            String text = new String(body, StandardCharsets.UTF_8);
            int from = text.indexOf('\0') + 1;
            statement = CockroachScript.plain(text.substring(from, text.indexOf('\0', from)));
            asked.add(statement);
            if (isBracket() || script.answer(statement) != null) {
                send('1');
            } else if (script.error(statement) != null) {
                fail(String.valueOf(script.error(statement)));
            } else {
                unknown.add(statement);
                fail("this statement is not in the script: " + statement);
            }
        }

        private boolean isBracket() {
            return statement.matches("(?s)(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE SAVEPOINT|SET).*");
        }

        private void describe() throws IOException {
            CockroachScript.@Nullable Answer answer = script.answer(statement);
            if (answer == null) {
                send('n');
                return;
            }
            ByteArrayOutputStream fields = new ByteArrayOutputStream();
            fields.writeBytes(shortNumber(answer.columns().size()));
            for (String column : answer.columns()) {
                fields.writeBytes(text(column + "\0"));
                fields.writeBytes(number(0));
                fields.writeBytes(shortNumber(0));
                fields.writeBytes(number(TEXT));
                fields.writeBytes(shortNumber(-1));
                fields.writeBytes(number(-1));
                fields.writeBytes(shortNumber(0));
            }
            send('T', fields.toByteArray());
        }

        private void execute() throws IOException {
            CockroachScript.@Nullable Answer answer = script.answer(statement);
            if (answer != null) {
                for (List<@Nullable String> row : answer.rows()) {
                    ByteArrayOutputStream cells = new ByteArrayOutputStream();
                    cells.writeBytes(shortNumber(row.size()));
                    row.forEach(cell -> cells.writeBytes(cell(cell)));
                    send('D', cells.toByteArray());
                }
            }
            if (statement.startsWith("BEGIN")) {
                inTransaction = true;
            } else if (statement.equals("COMMIT") || statement.equals("ROLLBACK")) {
                inTransaction = false;
            }
            send(
                    'C',
                    text((answer == null
                                    ? statement.split(" ")[0]
                                    : "SELECT " + answer.rows().size()) + "\0"));
        }

        private void fail(String message) throws IOException {
            failed = true;
            String code = message.matches("[0-9A-Z]{5} .*") ? message.substring(0, 5) : "XX000";
            send('E', text("SERROR\0VERROR\0C" + code + "\0M" + message + "\0\0"));
        }

        private void ready() throws IOException {
            send('Z', text(inTransaction ? "T" : "I"));
            out.flush();
        }

        private void put(char kind, byte[] body) {
            try {
                send(kind, body);
            } catch (IOException gone) {
                failed = true;
            }
        }

        private void send(char kind, byte[]... parts) throws IOException {
            int length = 4;
            for (byte[] part : parts) {
                length += part.length;
            }
            out.write(kind);
            out.writeInt(length);
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static byte[] cell(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        cell.writeBytes(number(text(text).length));
        cell.writeBytes(text(text));
        return cell.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(int number) {
        return java.nio.ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] shortNumber(int number) {
        return java.nio.ByteBuffer.allocate(2).putShort((short) number).array();
    }
}
