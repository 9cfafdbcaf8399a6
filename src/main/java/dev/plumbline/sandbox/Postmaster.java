package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The running server process of a data directory, found by its {@code postmaster.pid} (process id on the first line, start in epoch
 * seconds on the third: PostgreSQL source, {@code miscadmin.h}) and believed only when the process really started then on that directory.
 */
record Postmaster(ProcessHandle process) {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final int SECONDS_FOR_ORDER = 3;
    private static final int SECONDS_AFTER_A_KILL = 10;

    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAbout(process, started) && isOn(process, data))
                .map(Postmaster::new);
    }

    private static boolean startedAbout(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, started).abs().compareTo(CLOCKS_DIFFER) < 0)
                .orElse(false);
    }

    private static boolean isOn(ProcessHandle process, Path data) {
        String directory = data.toString();
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(directory))
                .orElse(process.info()
                        .commandLine()
                        .map(line -> line.contains(directory))
                        .orElse(false));
    }

    /** Stops a server nobody owns any more: in order when nobody is connected to it, otherwise as a power cut would. */
    void stop() throws IOException {
        List<CompletableFuture<ProcessHandle>> ends = new ArrayList<>();
        process.children().forEach(child -> ends.add(child.onExit()));
        ends.add(process.onExit());
        CompletableFuture<Void> end = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        process.destroy();
        if (!ended(end, SECONDS_FOR_ORDER)) {
            process.destroyForcibly();
            if (!ended(end, SECONDS_AFTER_A_KILL)) {
                throw new IOException("process " + process.pid() + " did not stop");
            }
        }
    }

    private static boolean ended(CompletableFuture<Void> end, int seconds) throws IOException {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping a server", interrupted);
        } catch (ExecutionException failure) {
            throw new IOException(failure);
        }
    }
}
