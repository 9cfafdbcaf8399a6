package dev.plumbline.operation;

import dev.plumbline.catalog.RoleDependentsReader;
import dev.plumbline.catalog.RoleDependentsReader.Overview;
import dev.plumbline.catalog.RoleDependentsReader.Place;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.model.RoleDependents.Count;
import dev.plumbline.model.RoleDependents.InDatabase;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads what depends on a role in every database of the server: the numbers over one connection, the names from each database that has some. One that cannot be looked
 * into is a gap of its own, never an empty answer.
 */
public final class ReadRoleDependents {
    private final TargetOfReport targets;
    private final ServerPools pools;
    private final ExecutorService workers;
    private final RoleDependentsReader reader = new RoleDependentsReader();

    /** @param workers as many threads as databases may be asked at once */
    public ReadRoleDependents(
            Supplier<KubeContexts> contexts, DirectConnections direct, ServerPools pools, ExecutorService workers) {
        this.targets = new TargetOfReport(contexts, direct);
        this.pools = pools;
        this.workers = workers;
    }

    public RoleDependents read(AccessReport report, Role role, Optional<DirectTarget> without, CancelToken cancel) {
        ConnectionTarget target = targets.of(report, without, cancel);
        Overview overview = pools.read(target, cancel, session -> reader.overview(session, role.oid(), cancel));
        List<Future<InDatabase>> asked = new ArrayList<>();
        overview.elsewhere()
                .forEach((database, counts) ->
                        asked.add(workers.submit(() -> look(target, role, place(overview, database), counts, cancel))));
        List<InDatabase> databases = new ArrayList<>();
        if (!overview.here().isEmpty()) {
            databases.add(overview.here());
        }
        asked.forEach(future -> databases.add(value(future)));
        return new RoleDependents(role.name(), databases, overview.shared(), overview.sessions(), List.of());
    }

    private static Place place(Overview overview, Name database) {
        return overview.databases().stream()
                .filter(one -> one.database().equals(database))
                .findFirst()
                .orElseGet(() -> new Place(database, false, false));
    }

    private InDatabase look(ConnectionTarget target, Role role, Place place, List<Count> counts, CancelToken cancel) {
        if (!place.takesConnections() || !place.mayConnect()) {
            String why =
                    place.takesConnections() ? "the login has no CONNECT on it" : "the database takes no connections";
            return new InDatabase(place.database(), counts, List.of(), Optional.of(gap(place, "", why)));
        }
        try {
            return pools.read(
                    target.withDatabase(place.database()),
                    cancel,
                    session -> new InDatabase(
                            place.database(), counts, reader.here(session, role.oid(), cancel), Optional.empty()));
        } catch (ProblemException failure) {
            Gap gap = gap(place, PgFailure.sqlState(failure), failure.problem().answer());
            return new InDatabase(place.database(), counts, List.of(), Optional.of(gap));
        }
    }

    private static Gap gap(Place place, String sqlState, String answer) {
        return new Gap(Gap.OBJECTS + " of database " + place.database().shown(), sqlState, answer);
    }

    private static InDatabase value(Future<InDatabase> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
