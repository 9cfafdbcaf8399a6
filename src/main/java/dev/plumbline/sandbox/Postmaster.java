package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private static final int STOP_SECONDS = 10;

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

    /** Stops it at once, as a power cut would: for a server nobody owns any more. Its own processes end by themselves. */
    void kill() throws IOException {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        CompletableFuture<?>[] ends = new CompletableFuture<?>[children.size() + 1];
        for (int i = 0; i < children.size(); i++) {
            ends[i] = children.get(i).onExit();
        }
        ends[children.size()] = process.onExit();
        await(CompletableFuture.allOf(ends));
    }

    private void await(CompletableFuture<Void> end) throws IOException {
        try {
            end.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping process " + process.pid(), interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("process " + process.pid() + " did not stop", failure);
        }
    }
}
