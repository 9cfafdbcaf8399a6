package dev.plumbline.operation;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;

/** Reads the structure of two databases and tells how they differ. Changes nothing. */
public final class CompareStructure {
    private final DirectConnections direct;
    private final ServerPools pools;

    public CompareStructure(DirectConnections direct, ServerPools pools) {
        this.direct = direct;
        this.pools = pools;
    }

    /** Two databases in words, and how the first would have to change to become the second. */
    public record Compared(String from, String to, StructureComparison comparison) {}

    /** @param from and {@code to} are connection strings */
    public Compared compare(String from, String to, CancelToken cancel) {
        ConnectionTarget first = direct.target(from);
        ConnectionTarget second = direct.target(to);
        return new Compared(
                first.shown(), second.shown(), StructureComparison.of(read(first, cancel), read(second, cancel)));
    }

    private StructureSnapshot read(ConnectionTarget target, CancelToken cancel) {
        return pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
    }
}
