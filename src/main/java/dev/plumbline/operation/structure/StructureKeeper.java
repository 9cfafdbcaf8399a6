package dev.plumbline.operation.structure;

import dev.plumbline.catalog.SnapshotJson;
import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.PgSession;
import dev.plumbline.store.StructureHistory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Reads structures and keeps every reading, by the server's own identifier and the database's oid, so that later it can be told what changed since. */
public final class StructureKeeper {
    private static final SnapshotScope NOTHING = new SnapshotScope(List.of(), List.of());

    private final Supplier<StructureHistory> history;
    private final Clock clock;

    public StructureKeeper(Supplier<StructureHistory> history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** What was read, where, and why it was not kept: empty when it was. */
    public record Read(StructureSnapshot structure, ServerIdentity server, String place, Instant at, String notKept) {}

    /** A state as it was kept. */
    public record Kept(Instant first, Instant last, StructureHistory.Lasted lasted) {
        /** Equal for equal states. */
        public String digest() {
            return lasted.digest();
        }
    }

    public Read read(PgSession session, CancelToken cancel) {
        ServerIdentity server =
                new SnapshotReader().read(session, NOTHING, cancel).server();
        StructureSnapshot structure = new StructureReader().read(session, cancel);
        Instant at = clock.instant();
        return new Read(structure, server, place(server), at, keep(place(server), structure, at));
    }

    /** The states of a place, newest first. */
    public List<Kept> of(String place) {
        return history.get().of(place).stream()
                .map(lasted -> new Kept(lasted.first(), lasted.last(), lasted))
                .toList();
    }

    public StructureSnapshot structure(Kept kept) {
        return SnapshotJsonReader.structure(history.get().text(kept.lasted()));
    }

    /** A full disk keeps nobody from reading a database: what could not be kept is said beside what was read. */
    private String keep(String place, StructureSnapshot structure, Instant at) {
        if (!structure.gaps().isEmpty()) {
            return "This reading was not kept: the login may not read all of it.";
        }
        try {
            history.get().keep(place, at, SnapshotJson.ofStructure(structure));
            return "";
        } catch (ProblemException failure) {
            return "This reading was not kept: " + failure.problem().answer();
        }
    }

    /** Where the server withholds its identifier its address stands for it, as in {@link ServerIdentity#isSameTarget}. */
    private static String place(ServerIdentity server) {
        String of = server.systemIdentifier().equals(ServerIdentity.UNKNOWN)
                ? server.address() + ":" + server.port()
                : server.systemIdentifier();
        return of + " " + server.databaseOid() + " " + server.database().text();
    }
}
