package dev.plumbline.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The machine's kubectl with one kubeconfig and a folder for its files; tests that need it are skipped with a message where there is none. */
public record Kubectl(Path kubeconfig, Path folder) {

    public record Result(int exit, String out, String err) {
        public String ok() {
            if (exit != 0) {
                throw new AssertionError("kubectl exited " + exit + ": " + out + err);
            }
            return out;
        }
    }

    public static boolean isInstalled() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    public static void assumeInstalled() {
        Assumptions.assumeTrue(isInstalled(), "skipped: no kubectl on this machine");
    }

    public Process begin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(Files.createTempFile(folder, "kubectl", ".err").toFile());
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    public Result run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "kubectl", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("kubectl did not end: " + command);
        }
        return new Result(process.exitValue(), out, Files.readString(err));
    }

    public String ok(String... arguments) throws IOException, InterruptedException {
        return run("", arguments).ok();
    }
}
