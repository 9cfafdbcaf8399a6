package dev.plumbline.kube.kubeconfig;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a login program: its output and error text, bounded; it is killed with its children when cancelled or too slow. */
final class ExecRun {
    private static final int MAX_OUTPUT = 1024 * 1024;

    /** How the program ended; {@code exit} is -1 when it was too slow and was killed. */
    record End(int exit, Secret output, String error) {}

    private ExecRun() {}

    /** @throws IOException when the program could not be started */
    @SuppressWarnings("try")
    static End run(ExecPlugin plugin, String question, Duration patience, CancelToken cancel) throws IOException {
        Process process = start(plugin, question);
        try (CancelToken.Registration stop = cancel.onCancel(() -> kill(process))) {
            process.getOutputStream().close();
            CompletableFuture<byte[]> output = read(process.getInputStream());
            CompletableFuture<byte[]> error = read(process.getErrorStream());
            boolean ended = ended(process, output, error, patience);
            cancel.check();
            return new End(ended ? process.exitValue() : -1, new Secret(now(output)), now(error));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            kill(process);
        }
    }

    private static Process start(ExecPlugin plugin, String question) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(plugin.command());
        command.addAll(plugin.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        plugin.environment().forEach(pair -> builder.environment().put(pair.name(), pair.value()));
        builder.environment().put("KUBERNETES_EXEC_INFO", question);
        return builder.start();
    }

    private static boolean ended(
            Process process, CompletableFuture<byte[]> output, CompletableFuture<byte[]> error, Duration patience)
            throws InterruptedException {
        try {
            CompletableFuture.allOf(process.onExit(), output, error).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException slow) {
            return false;
        } catch (ExecutionException broken) {
            return !process.isAlive();
        }
    }

    private static CompletableFuture<byte[]> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return stream.readNBytes(MAX_OUTPUT);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "login-program-output");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private static String now(CompletableFuture<byte[]> read) {
        byte[] bytes = read.isCompletedExceptionally() ? new byte[0] : read.getNow(new byte[0]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
