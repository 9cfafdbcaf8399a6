package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program of PostgreSQL, without a shell, against one target. It sees nothing of this program's environment but PATH, has a private folder
 * for its home, and finds the password in a file there (PostgreSQL manual 34.15 and 34.16); the folder goes with {@link #close}.
 */
final class LibpqRun implements AutoCloseable {
    private static final int SHOWN = 2000;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** What is read of a program's output. */
    interface Reader<T> {
        T read(InputStream output) throws IOException;
    }

    LibpqRun(Map<String, String> around) throws IOException {
        folder = Files.createTempDirectory("plumbline-dump");
        for (String kept : List.of("PATH", "SYSTEMROOT", "SystemRoot", "TMPDIR")) {
            if (around.containsKey(kept)) {
                environment.put(kept, around.get(kept));
            }
        }
        environment.put("HOME", folder.toString());
        environment.put("APPDATA", folder.toString());
        environment.put("LC_ALL", "C");
    }

    LibpqRun(Map<String, String> around, ConnectionTarget target) throws IOException {
        this(around);
        environment.put("PGHOST", target.host());
        put("PGHOSTADDR", target.address());
        environment.put("PGPORT", Integer.toString(target.port()));
        environment.put("PGUSER", target.user().text());
        environment.put("PGDATABASE", target.database().text());
        environment.put("PGAPPNAME", ConnectionTarget.APPLICATION_NAME);
        environment.put(
                "PGCONNECT_TIMEOUT",
                Long.toString(Math.max(2, target.connectTimeout().toSeconds())));
        environment.put("PGSSLMODE", target.tls().mode().word());
        environment.put("PGGSSENCMODE", "disable");
        put("PGSSLROOTCERT", file(target.tls().authorities(), "root.crt"));
        put("PGSSLCERT", file(target.tls().certificate(), "client.crt"));
        put("PGSSLKEY", file(target.tls().key(), "client.key"));
        if (target.tls().channelBindingRequired()) {
            environment.put("PGCHANNELBINDING", "require");
        }
        Secret password = target.passwordAt(Clock.systemUTC());
        if (password != null) {
            String line = "*:*:*:*:" + password.reveal().replace("\\", "\\\\").replace(":", "\\:") + "\n";
            environment.put("PGPASSFILE", write("password", line));
        }
    }

    private void put(String variable, @Nullable String value) {
        if (value != null) {
            environment.put(variable, value);
        }
    }

    private @Nullable String file(@Nullable Pem pem, String name) throws IOException {
        if (pem instanceof Pem.Text text) {
            return write(name, text.text());
        }
        return pem instanceof Pem.File file ? file.path().toString() : pem == null ? null : "system";
    }

    /** A file that only this user can read. */
    String write(String name, String text) throws IOException {
        Path file = Files.createTempFile(folder, name, "");
        return Files.writeString(file, text, StandardCharsets.UTF_8).toString();
    }

    /**
     * @param object what a problem says it was about
     * @throws ProblemException with what the program said, when it fails
     * @throws Cancelled when the token was cancelled; the program is stopped, and the server undoes what it had begun
     */
    @SuppressWarnings("try")
    <T> T run(List<String> command, String object, String next, CancelToken cancel, Reader<T> reader)
            throws IOException {
        Path errors = Files.createTempFile(folder, "errors", "");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        cancel.check();
        Process process = builder.start();
        try (CancelToken.Registration stop = cancel.onCancel(process::destroy)) {
            process.getOutputStream().close();
            T result = reader.read(process.getInputStream());
            int exit = process.waitFor();
            cancel.check();
            if (exit == 0) {
                return result;
            }
            String program = Path.of(command.get(0)).getFileName().toString();
            throw new ProblemException(new Problem(
                    Problem.Kind.SERVER, "DUMP-FAILED", "run " + program + " on", object, said(errors, exit), next));
        } catch (IOException broken) {
            cancel.check();
            throw broken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String said(Path errors, int exit) throws IOException {
        String text;
        try (InputStream said = Files.newInputStream(errors)) {
            text = new String(said.readNBytes(SHOWN), StandardCharsets.UTF_8).strip();
        }
        String words = text.isEmpty() ? "it ended with exit code " + exit : text.replaceAll("\\s*\\n\\s*", "; ");
        return Visible.text(words) + ".";
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
