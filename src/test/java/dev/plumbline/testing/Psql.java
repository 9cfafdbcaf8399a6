package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real {@code psql} of this machine, running a file in a folder of its own. Debian's {@code psql} on the path is a script that looks for clusters first, which takes longer than
 * most files do: the program that it would start is started at once where it is.
 */
public record Psql(Path folder) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Optional<String> PROGRAM = find();

    public record Answer(int exitCode, String output) {}

    public static Psql in(Path folder) {
        Assumptions.assumeTrue(PROGRAM.isPresent(), "psql is not installed on this machine");
        return new Psql(folder);
    }

    /** One for each of {@link Lanes#NUMBERS}, each with a folder of its own within this one. */
    public static List<Psql> lanes(Path folder) throws IOException {
        List<Psql> lanes = new ArrayList<>();
        for (int number : Lanes.NUMBERS) {
            lanes.add(in(Files.createDirectories(folder.resolve("lane" + number))));
        }
        return lanes;
    }

    private static Optional<String> find() {
        return Stream.concat(installed(), Stream.of("psql")).filter(Psql::runs).findFirst();
    }

    /** Newest first, as Debian's script prefers them. */
    private static Stream<String> installed() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> majors = Files.list(DEBIAN)) {
            return majors
                    .filter(major -> major.getFileName().toString().matches("[0-9]+"))
                    .sorted(Comparator.comparing((Path major) ->
                                    Integer.valueOf(major.getFileName().toString()))
                            .reversed())
                    .map(major -> major.resolve("bin/psql").toString())
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public Answer run(TestPostgres server, String user, String database, String script, String... options)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        List<String> command = new ArrayList<>(List.of(PROGRAM.orElseThrow(), "-X", "-q"));
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
