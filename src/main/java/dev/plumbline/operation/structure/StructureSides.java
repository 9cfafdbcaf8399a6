package dev.plumbline.operation.structure;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what a comparison is between: a connection string, a snapshot file, a file or a folder of SQL. SQL is run on a server of the major version that the other side has.
 */
public final class StructureSides {
    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final MaterializeSql sql;
    private final StructureKeeper keeper;

    /** @param targets makes a target of a connection string, completed as libpq does */
    public StructureSides(
            Function<String, ConnectionTarget> targets, ServerPools pools, MaterializeSql sql, StructureKeeper keeper) {
        this.targets = targets;
        this.pools = pools;
        this.sql = sql;
        this.keeper = keeper;
    }

    /**
     * One state in words, and what is to be said about how it was found.
     *
     * @param server where it was read; empty for SQL
     * @param declared by SQL, so that it says nothing about what only a server has
     * @param access owners and privileges; empty when they were not asked for
     * @param unknown what this side leaves open about them, in words
     */
    public record Side(
            String shown,
            StructureSnapshot structure,
            Optional<ServerIdentity> server,
            boolean declared,
            Optional<AccessLayers> access,
            Set<String> unknown,
            List<String> notes) {
        public Side {
            unknown = Set.copyOf(unknown);
            notes = List.copyOf(notes);
        }

        private Side withVersionsOf(Side other) {
            return declared
                    ? new Side(
                            shown,
                            ExtensionVersions.asIn(other.structure, structure),
                            server,
                            true,
                            access,
                            unknown,
                            notes)
                    : this;
        }
    }

    /** Both states. */
    public record Both(Side from, Side to) {}

    /** @throws ProblemException when one of them cannot be read; nothing is told of the other then */
    public Both read(String from, String to, boolean access, CancelToken cancel) {
        Optional<Path> first = path(from);
        Optional<Path> second = path(to);
        if (first.isPresent() && !second.map(StructureSides::isSql).orElse(false)) {
            Side other = side(second, to, 0, access, cancel);
            return versions(new Both(written(first.get(), major(other), access, cancel), other));
        }
        Side one = side(first, from, 0, access, cancel);
        return versions(new Both(one, side(second, to, major(one), access, cancel)));
    }

    private static Both versions(Both both) {
        return new Both(both.from().withVersionsOf(both.to()), both.to().withVersionsOf(both.from()));
    }

    /** A database alone. */
    public Side live(String dsn, boolean access, CancelToken cancel) {
        ConnectionTarget target = targets.apply(dsn);
        StructureKeeper.Read read = pools.read(target, cancel, session -> keeper.read(session, cancel));
        Optional<AccessLayers> layers =
                access ? Optional.of(new AccessLayers(readAccess(target, cancel), Set.of())) : Optional.empty();
        List<String> notes = read.notKept().isEmpty() ? List.of() : List.of(read.notKept());
        return new Side(target.shown(), read.structure(), Optional.of(read.server()), false, layers, Set.of(), notes);
    }

    /** Owners and grants of a side that was read without them; empty where SQL declared it, since nobody owns anything there. */
    public Optional<AccessSnapshot> access(String text, Side side, CancelToken cancel) {
        if (side.declared()) {
            return Optional.empty();
        }
        return Optional.of(
                path(text).map(SavedStructure::access).orElseGet(() -> readAccess(targets.apply(text), cancel)));
    }

    private AccessSnapshot readAccess(ConnectionTarget target, CancelToken cancel) {
        return pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
    }

    /** A file or folder alone. */
    public Side written(Path path, int major, boolean access, CancelToken cancel) {
        return isSql(path) ? run(path, major, access, cancel) : saved(path, access);
    }

    private Side side(Optional<Path> path, String text, int major, boolean access, CancelToken cancel) {
        return path.isPresent() ? written(path.get(), major, access, cancel) : live(text, access, cancel);
    }

    private static boolean isSql(Path path) {
        return !SavedStructure.isSnapshot(path);
    }

    private static int major(Side side) {
        return side.structure().version().major();
    }

    private static Side saved(Path path, boolean access) {
        StructureSnapshot structure = SavedStructure.structure(path);
        Optional<AccessLayers> layers =
                access ? Optional.of(new AccessLayers(SavedStructure.access(path), Set.of())) : Optional.empty();
        String shown = Visible.text(path.toString()) + " (of database \""
                + structure.database().shown() + "\")";
        return new Side(shown, structure, Optional.of(SavedStructure.server(path)), false, layers, Set.of(), List.of());
    }

    private Side run(Path path, int major, boolean access, CancelToken cancel) {
        SqlFolder folder = SqlFolder.of(path);
        MaterializeSql.Materialized made =
                access ? sql.readWithAccess(folder.files(), major, cancel) : sql.read(folder.files(), major, cancel);
        List<String> notes = new ArrayList<>(folder.notes());
        notes.addAll(made.notes());
        Set<Name> nobody = MaterializeSql.NOBODY;
        return new Side(
                Visible.text(path.toString()) + " (on PostgreSQL " + made.major() + ")",
                made.structure(),
                Optional.empty(),
                true,
                made.access().map(read -> new AccessLayers(read, nobody)),
                made.accessWhole()
                        ? Set.of()
                        : Set.of("owners and privileges, since some could not be made on the scratch server"),
                notes);
    }

    /** Empty for a connection string. */
    private static Optional<Path> path(String side) {
        if (side.startsWith("postgresql://") || side.startsWith("postgres://")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(side);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        if (side.contains("=")) {
            return Optional.empty();
        }
        throw new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "DIFF-404",
                "Finding the side of a comparison",
                "\"" + Visible.text(side) + "\"",
                "there is no such file or folder, and it is no connection string.",
                "Give postgresql://…, key=value pairs, a snapshot file, a .sql file or a folder of them."));
    }
}
