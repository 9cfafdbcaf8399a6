package dev.plumbline.operation.runbook;

import dev.plumbline.operation.DirectConnections;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Databases of runbooks by connection strings alone: whoever asks for a cluster or a setting is wrong here. */
final class DirectOnly {
    private DirectOnly() {}

    static RunbookDatabase databases(ServerPools pools) {
        DirectConnections direct = new DirectConnections(
                () -> {
                    throw new IllegalStateException("no settings are needed here");
                },
                pools,
                Map.of(),
                Path.of("/nonexistent"),
                Clock.systemUTC());
        return new RunbookDatabase(
                () -> {
                    throw new IllegalStateException("no cluster is needed here");
                },
                direct);
    }
}
