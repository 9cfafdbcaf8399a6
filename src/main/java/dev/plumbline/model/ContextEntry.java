package dev.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A context of the merged kubeconfig. {@code insecure} tells that the server's certificate is not checked; {@code execCommand} is the program the
 * context's user would run to log in, null when none; {@code problems} are sentences about what keeps the context from working.
 */
public record ContextEntry(
        String name,
        String cluster,
        String server,
        String user,
        String namespace,
        boolean current,
        boolean insecure,
        @Nullable ExecCommand execCommand,
        List<String> problems) {
    public ContextEntry {
        problems = List.copyOf(problems);
    }

    /** A program that a kubeconfig asks to run; {@code hash} is SHA-256 over command, arguments and environment, what an approval remembers. */
    public record ExecCommand(String shown, String hash, boolean approved) {}
}
