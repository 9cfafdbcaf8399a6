package dev.plumbline.operation;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.Pem;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Databases reached by a connection string, remembered by name and never with a password: one that was typed serves until the program ends, after
 * that pgpass does.
 */
public final class DirectConnections {
    private final Supplier<dev.plumbline.store.DirectConnections> saved;
    private final ServerPools pools;
    private final SnapshotReader reader = new SnapshotReader();
    private final Map<String, String> environment;
    private final Path home;
    private final Clock clock;
    private final Map<String, ConnectionTarget> typed = new ConcurrentHashMap<>();

    public DirectConnections(
            Supplier<dev.plumbline.store.DirectConnections> saved,
            ServerPools pools,
            Map<String, String> environment,
            Path home,
            Clock clock) {
        this.saved = saved;
        this.pools = pools;
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.clock = clock;
    }

    /** A remembered connection: its name and its connection string without a password. */
    public record Direct(String name, String dsn) {}

    public List<Direct> list() {
        return saved.get().all().stream()
                .map(connection -> new Direct(connection.name(), connection.dsn()))
                .toList();
    }

    /** Remembers a connection; throws a problem that names the part of the text that cannot be understood. */
    public Direct add(String name, String dsn) {
        ConnectionTarget target = target(dsn);
        if (target.iam() != null) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "DIRECT-422",
                    "Remembering the connection",
                    "\"" + name + "\"",
                    "a login by plumbline.iam cannot be remembered here.",
                    "Use it on the command line, with --dsn."));
        }
        String roots = target.tls().authorities() instanceof Pem.File file
                ? file.path().toString()
                : "";
        dev.plumbline.store.DirectConnections.Saved kept = new dev.plumbline.store.DirectConnections.Saved(
                name,
                target.host(),
                target.port(),
                target.database().text(),
                target.user().text(),
                target.tls().mode().word(),
                roots);
        saved.get().save(kept);
        typed.put(name, target);
        return new Direct(name, kept.dsn());
    }

    public void forget(String name) {
        saved.get().forget(name);
        typed.remove(name);
    }

    /** Reads the database behind a remembered connection. */
    public DirectReport readNamed(String name, CancelToken cancel) {
        return read(named(name), cancel);
    }

    ConnectionTarget target(DirectTarget direct) {
        return direct instanceof DirectTarget.Named named
                ? named(named.name())
                : target(((DirectTarget.OfDsn) direct).dsn());
    }

    private ConnectionTarget named(String name) {
        ConnectionTarget known = typed.get(name);
        return known != null ? known : target(dsnOf(name));
    }

    /** The target of a connection string, completed from the environment and pgpass as libpq does; one of {@link #list} has the password that was typed for it. */
    public ConnectionTarget target(String dsn) {
        ConnectionTarget known = typed.isEmpty() ? null : typedFor(dsn);
        return known != null ? known : Dsn.parse(dsn, environment, home);
    }

    private @Nullable ConnectionTarget typedFor(String dsn) {
        return list().stream()
                .filter(direct -> direct.dsn().equals(dsn))
                .map(direct -> typed.get(direct.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String dsnOf(String name) {
        return list().stream()
                .filter(direct -> direct.name().equals(name))
                .map(Direct::dsn)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "DIRECT-404",
                        "Opening the connection",
                        "\"" + name + "\"",
                        "it is not remembered any more.",
                        "Add it again.")));
    }

    private DirectReport read(ConnectionTarget target, CancelToken cancel) {
        return pools.read(target, cancel, session -> {
            Snapshot snapshot = reader.read(session, new SnapshotScope(List.of(), List.of()), cancel);
            return new DirectReport(
                    new ConnectionSummary(
                            snapshot.server(),
                            target.host(),
                            target.port(),
                            target.tls().mode(),
                            session.encryption(),
                            session.roundTrips()),
                    snapshot,
                    clock.instant());
        });
    }
}
