package dev.plumbline.testing;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.sandbox.ScratchServer;
import dev.plumbline.sandbox.ServerBinaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Scratch servers of every major version, each started at its first use and stopped at the JVM's end. */
public final class TestScratch implements ScratchServers {
    private static final int NEWEST = 18;
    private static final Map<List<Integer>, ScratchServer> STARTED = new ConcurrentHashMap<>();
    private final int lane;

    public TestScratch() {
        this(Lanes.NUMBERS.get(0));
    }

    /** Servers of one lane alone: on a scratch server one builds at a time. */
    public TestScratch(int lane) {
        this.lane = lane;
    }

    @Override
    public Scratch of(int major, CancelToken cancel) {
        int wanted = major == 0 ? NEWEST : major;
        ScratchServer server = STARTED.computeIfAbsent(List.of(lane, wanted), key -> start(wanted));
        return new Scratch(server.administrator(), server.major());
    }

    private static ScratchServer start(int major) {
        try (ServerPools pools = new ServerPools()) {
            ScratchServer server = ScratchServer.start(
                    ServerBinaries.inJar(Path.of("target/postgres/" + major + ".jar")), pools, new CancelToken());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-scratch-" + major));
            return server;
        }
    }
}
