package dev.plumbline.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real {@code psql} of this machine, running a file in a folder of its own. */
public record Psql(Path folder) {
    public record Answer(int exitCode, String output) {}

    public static Psql in(Path folder) {
        Assumptions.assumeTrue(isThere(), "psql is not installed on this machine");
        return new Psql(folder);
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public Answer run(TestPostgres server, String user, String database, String script, String... options)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-q"));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PGHOST", server.host());
        builder.environment().put("PGPORT", Integer.toString(server.port()));
        builder.environment().put("PGUSER", user);
        builder.environment().put("PGDATABASE", database);
        builder.environment().put("PGPASSWORD", TestPostgres.password().reveal());
        builder.environment().put("PGCONNECT_TIMEOUT", "10");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("psql did not end: " + output);
        }
        return new Answer(process.exitValue(), output);
    }
}
