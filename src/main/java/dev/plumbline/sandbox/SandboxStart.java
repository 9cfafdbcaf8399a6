package dev.plumbline.sandbox;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One start of a sandbox: the server starts while the resources are loaded, then the databases they declare are made. */
final class SandboxStart {
    private static final Map<String, String> QUICK_AND_FORGETFUL = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "wal_init_zero", "off",
            "autovacuum", "off",
            "max_connections", "200");
    private final SandboxOptions options;
    private final Opened opened = new Opened();
    private final Secret superuser = EstateText.madeUp();

    SandboxStart(SandboxOptions options) {
        this.options = options;
    }

    Sandbox start() {
        boolean done = false;
        try {
            Sandbox sandbox = open();
            done = true;
            return sandbox;
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof ProblemException problem ? problem : failure;
        } catch (IOException failure) {
            throw notStarted(failure);
        } finally {
            if (!done) {
                closeQuietly();
            }
        }
    }

    private Sandbox open() throws IOException {
        Path directory = directory();
        int port = ReservedPort.free();
        CompletableFuture<EmbeddedServer> starting =
                CompletableFuture.supplyAsync(() -> EmbeddedServer.start(server(directory, port)));
        opened.add(() -> stop(starting));
        ReservedPort closed = new ReservedPort();
        opened.add(closed);
        Kubeconfig kubeconfig = new Kubeconfig();
        KubeApi api = cluster(kubeconfig, Sandbox.CONTEXT, "team-billing");
        cluster(kubeconfig, Sandbox.EMPTY_CONTEXT, "default");
        EstateText texts = new EstateText("127.0.0.1", port, closed.number(), Instant.now());
        Estate estate = new Estate(api);
        estate.load(texts);
        EmbeddedServer server = starting.join();
        List<SampleDatabase> databases = new ArrayList<>(estate.databasesOn(port));
        databases.add(estate.velocity());
        databases.addAll(estate.registry());
        new EstateDatabases(server, superuser, texts).create(databases);
        SampleMigrations.write(directory);
        opened.add(new SampleJobs(api));
        return new Sandbox(
                opened, server, api, kubeconfig.write(directory.resolve("kubeconfig")), texts.password(Sandbox.LOGIN));
    }

    /** Waits for a start that is still going on; one that failed left nothing to stop. */
    private static void stop(CompletableFuture<EmbeddedServer> starting) {
        starting.handle((server, failure) -> Optional.ofNullable(server)).join().ifPresent(EmbeddedServer::close);
    }

    /** Taken for this sandbox alone; what an earlier one left in it is stopped and removed. */
    private Path directory() throws IOException {
        Optional<Path> given = options.directory();
        Path directory = given.isPresent() ? given.get() : ScratchDirectory.create("plumbline-sandbox-");
        if (given.isEmpty()) {
            RunningServers running = new RunningServers(options.cache());
            Path note = running.note(directory, true);
            opened.add(() -> running.forget(note));
            opened.add(() -> Folders.remove(directory));
        }
        DirectoryLock lock = DirectoryLock.take(directory);
        opened.add(lock::close);
        Path postgres = postgres(directory);
        Optional<Postmaster> left = Postmaster.of(postgres.resolve(EmbeddedServer.DATA));
        if (left.isPresent()) {
            left.get().stop();
        }
        Folders.remove(postgres);
        return directory;
    }

    static Path postgres(Path directory) {
        return directory.resolve("postgres");
    }

    private ServerOptions server(Path directory, int port) {
        return ServerOptions.temporary(options.binaries(), superuser)
                .withCache(options.cache())
                .inDirectory(postgres(directory))
                .onPort(port)
                .withSettings(QUICK_AND_FORGETFUL);
    }

    /** Served over TLS to whoever holds its token, since other users of the machine can reach the loopback too. */
    private KubeApi cluster(Kubeconfig kubeconfig, String context, String namespace) throws IOException {
        KubeApi api = KubeApi.startSecure();
        opened.add(api::close);
        Secret token = EstateText.madeUp();
        api.access().admit(token.reveal(), "sandbox-admin", wish -> true);
        kubeconfig.context(context, api.url(), namespace, Optional.of(token), api.certificate());
        return api;
    }

    private void closeQuietly() {
        try {
            opened.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ProblemException notStarted(IOException failure) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.SERVER,
                        "sandbox-start",
                        "Starting a sandbox in",
                        options.directory().map(Path::toString).orElse("a temporary directory"),
                        String.valueOf(failure.getMessage()),
                        "Check that the directory can be written to."),
                failure);
    }
}
