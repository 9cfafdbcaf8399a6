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
import java.util.Comparator;
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
    public record Read(
            StructureSnapshot structure, ServerIdentity server, KeptPlace place, Instant at, String notKept) {}

    /** A state as it was kept. */
    public record Kept(Instant first, Instant last, StructureHistory.Lasted lasted) {
        /** Its own in the history of its database. */
        public long number() {
            return lasted.number();
        }

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
        KeptPlace place = KeptPlace.of(server);
        return new Read(structure, server, place, at, keep(place, structure, at));
    }

    /** The databases of which states are kept, by name. */
    public List<KeptPlace> places() {
        return history.get().places().stream()
                .map(KeptPlace::parse)
                .sorted(Comparator.comparing(KeptPlace::database).thenComparing(KeptPlace::server))
                .toList();
    }

    /** The states of a place, newest first. */
    public List<Kept> of(KeptPlace place) {
        return history.get().of(place.ofReadings()).stream()
                .map(lasted -> new Kept(lasted.first(), lasted.last(), lasted))
                .toList();
    }

    public StructureSnapshot structure(Kept kept) {
        return SnapshotJsonReader.structure(history.get().text(kept.lasted()));
    }

    /** A full disk keeps nobody from reading a database: what could not be kept is said beside what was read. */
    private String keep(KeptPlace place, StructureSnapshot structure, Instant at) {
        if (!structure.gaps().isEmpty()) {
            return "This reading was not kept: the login may not read all of it.";
        }
        try {
            history.get().keep(place.ofReadings(), at, SnapshotJson.ofStructure(structure));
            return "";
        } catch (ProblemException failure) {
            return "This reading was not kept: " + failure.problem().answer();
        }
    }
}
