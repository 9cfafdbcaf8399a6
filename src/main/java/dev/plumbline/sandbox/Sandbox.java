package dev.plumbline.sandbox;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The sample estate on this machine: one PostgreSQL, one Kubernetes API that declares what should be in it, and a second, empty cluster
 * without the definitions. Any number may run at once, each in its own directory. The caller closes it.
 */
public final class Sandbox implements AutoCloseable {
    public static final String CONTEXT = "sandbox";
    public static final String EMPTY_CONTEXT = "staging-empty";
    static final String LOGIN = "dbops_admin";
    private final Opened opened;
    private final EmbeddedServer server;
    private final KubeApi api;
    private final Path kubeconfig;
    private final Secret password;

    Sandbox(Opened opened, EmbeddedServer server, KubeApi api, Path kubeconfig, Secret password) {
        this.opened = opened;
        this.server = server;
        this.api = api;
        this.kubeconfig = kubeconfig;
        this.password = password;
    }

    /** @throws ProblemException when something does not start, or another sandbox runs in the directory; what had started is stopped */
    public static Sandbox start(SandboxOptions options) {
        return new SandboxStart(options).start();
    }

    /** A file that only its owner may read, with the contexts {@value #CONTEXT} (the current one) and {@value #EMPTY_CONTEXT}. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** A directory of migrations for the database {@code refunds}. */
    public Path migrations() {
        return kubeconfig.resolveSibling(SampleMigrations.FOLDER).toAbsolutePath();
    }

    /** A connection URI of libpq's form for the server's administrator, its password included. */
    public String dsn() {
        return "postgresql://" + LOGIN + ":" + password.reveal() + "@" + server.host() + ":" + server.port()
                + "/postgres?sslmode=disable";
    }

    public EmbeddedServer server() {
        return server;
    }

    public Secret administratorPassword() {
        return password;
    }

    /** For tests: faults, access rules, and what is stored. */
    public KubeApi api() {
        return api;
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException failure) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.SERVER,
                            "sandbox-stop",
                            "Stopping the sandbox in",
                            String.valueOf(kubeconfig.getParent()),
                            String.valueOf(failure.getMessage()),
                            "The next start stops what is left."),
                    failure);
        }
    }
}
