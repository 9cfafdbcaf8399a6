package dev.plumbline.operation.runbook;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.SessionWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole catalog before a step and after it, so that what really changed is told and not what was meant to. What cannot be read keeps no step from running: it is unknown, and said. A
 * structure that the step's own run has read is taken from there.
 */
public final class CatalogWitness {
    private final RunbookDatabase databases;
    private final ServerPools pools;
    private final Clock clock;

    public CatalogWitness(RunbookDatabase databases, ServerPools pools, Clock clock) {
        this.databases = databases;
        this.pools = pools;
        this.clock = clock;
    }

    /** @param known what the database is made of where the run holds it to be that and refuses otherwise */
    public CatalogReading read(RunbookDatabase.Where where, Optional<StructureSnapshot> known, CancelToken cancel) {
        List<String> unread = new ArrayList<>();
        Optional<ConnectionTarget> target = connection(where, unread, cancel);
        Optional<StructureSnapshot> structure = known.or(() -> target.flatMap(place -> part(
                "what the database is made of",
                place,
                session -> new StructureReader().read(session, cancel),
                unread,
                cancel)));
        return new CatalogReading(
                target.map(ConnectionTarget::shown).orElse(where.toString()),
                structure,
                target.flatMap(place -> part(
                        "who may do what",
                        place,
                        session -> new AccessReader().read(session, AccessScope.GRANTS, cancel),
                        unread,
                        cancel)),
                unread,
                clock.instant());
    }

    /** @param seen what the database was made of when the run read it last, after all that it did */
    public CatalogChanges since(
            CatalogReading before, RunbookDatabase.Where where, Optional<StructureSnapshot> seen, CancelToken cancel) {
        return CatalogChanges.between(before, read(where, seen, cancel));
    }

    private Optional<ConnectionTarget> connection(
            RunbookDatabase.Where where, List<String> unread, CancelToken cancel) {
        try {
            return Optional.of(databases.target(where, cancel));
        } catch (ProblemException unreachable) {
            unread.add("the catalog (" + Visible.text(unreachable.problem().message()) + ")");
            return Optional.empty();
        }
    }

    private <T> Optional<T> part(
            String what, ConnectionTarget target, SessionWork<T> work, List<String> unread, CancelToken cancel) {
        try {
            return Optional.of(pools.read(target, cancel, work));
        } catch (ProblemException refused) {
            unread.add(what + " (" + Visible.text(refused.problem().answer()) + ")");
            return Optional.empty();
        }
    }
}
