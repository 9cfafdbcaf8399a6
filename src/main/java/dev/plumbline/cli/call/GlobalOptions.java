package dev.plumbline.cli.call;

import dev.plumbline.cli.output.OutputFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
public final class GlobalOptions {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "kubeconfig to use (default: $KUBECONFIG, else ~/.kube/config)")
    private @Nullable String kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "kubeconfig context (default: the current one)")
    private @Nullable String context;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            scope = ScopeType.INHERIT,
            description = "namespace (default: the context's, else \"default\")")
    private @Nullable String namespace;

    @Option(
            names = "--dsn",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            description = "connect directly: postgresql://user@host/db?sslmode=… or key=value")
    private @Nullable String dsn;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "text or json; others where the command supports them (default: text)")
    private @Nullable OutputFormat output;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "say more about what is done")
    private boolean verbose;

    @Option(
            names = "--read-only",
            scope = ScopeType.INHERIT,
            description = "refuse every command that would change something")
    private boolean readOnly;

    @Option(
            names = "--detailed-exitcode",
            scope = ScopeType.INHERIT,
            description = "exit 3 when drift or findings are reported (without it: 0)")
    private boolean detailedExitCode;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            scope = ScopeType.INHERIT,
            description = "text or json, on standard error (default: text)")
    private String logFormat = "text";

    @Option(
            names = "--timings",
            scope = ScopeType.INHERIT,
            description = "one JSON line on standard error: phases in milliseconds, round trips")
    private boolean timings;

    public Optional<String> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }

    public Optional<String> context() {
        return Optional.ofNullable(context);
    }

    public Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    public Optional<String> dsn() {
        return Optional.ofNullable(dsn);
    }

    public OutputFormat output() {
        return output(OutputFormat.TEXT);
    }

    /** What was asked for, else what the command answers in by itself. */
    public OutputFormat output(OutputFormat usual) {
        return output == null ? usual : output;
    }

    public boolean json() {
        return output == OutputFormat.JSON;
    }

    public boolean verbose() {
        return verbose;
    }

    public boolean readOnly() {
        return readOnly;
    }

    public boolean detailedExitCode() {
        return detailedExitCode;
    }

    public String logFormat() {
        return logFormat;
    }

    public boolean timings() {
        return timings;
    }
}
