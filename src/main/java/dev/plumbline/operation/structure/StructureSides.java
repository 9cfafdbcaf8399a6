package dev.plumbline.operation.structure;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabasePlace;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads what a comparison is between: a connection string, a snapshot file, a file or a folder of SQL. SQL is run on a server of the major version that the other side has.
 */
public final class StructureSides {
    private static final int SIDES = 2;

    private final Function<String, ConnectionTarget> targets;
    private final BiFunction<DatabasePlace, CancelToken, ConnectionTarget> places;
    private final ServerPools pools;
    private final MaterializeSql sql;
    private final StructureKeeper keeper;
    private final OtherMajor otherMajor;
    private final WantedSide wanted;

    /**
     * @param targets makes a target of a connection string, completed as libpq does
     * @param places finds the one of a resource or a remembered connection
     */
    public StructureSides(
            Function<String, ConnectionTarget> targets,
            BiFunction<DatabasePlace, CancelToken, ConnectionTarget> places,
            ServerPools pools,
            MaterializeSql sql,
            StructureKeeper keeper,
            WantedSide wanted) {
        this.targets = targets;
        this.places = places;
        this.pools = pools;
        this.sql = sql;
        this.keeper = keeper;
        this.wanted = wanted;
        this.otherMajor = new OtherMajor(sql);
    }

    /**
     * One state in words, and what is to be said about how it was found.
     *
     * @param server where it was read; empty for SQL
     * @param declared by SQL, so that it says nothing about what only a server has
     * @param access owners and privileges; empty when they were not asked for
     * @param unknown what this side leaves open about them, in words
     * @param place the database that was read, now or earlier; empty for files
     */
    public record Side(
            String shown,
            StructureSnapshot structure,
            Optional<ServerIdentity> server,
            boolean declared,
            Optional<AccessLayers> access,
            Set<String> unknown,
            Optional<KeptPlace> place,
            List<String> notes) {
        public Side {
            unknown = Set.copyOf(unknown);
            notes = List.copyOf(notes);
        }

        private Side withVersionsOf(Side other) {
            return declared ? withStructure(ExtensionVersions.asIn(other.structure, structure)) : this;
        }

        private Side withStructure(StructureSnapshot other) {
            return new Side(shown, other, server, declared, access, unknown, place, notes);
        }
    }

    /**
     * Both states.
     *
     * @param unproved what SQL declares and a server of another major version wrote in other words, so that nothing is said of it
     */
    public record Both(Side from, Side to, List<Unproved> unproved) {
        public Both {
            unproved = List.copyOf(unproved);
        }
    }

    /** @throws ProblemException when one of them cannot be read; nothing is told of the other then */
    public Both read(String from, String to, boolean access, CancelToken cancel) {
        return read(new SideChoice.Text(from), new SideChoice.Text(to), access, cancel, Progress.NONE);
    }

    /** @throws ProblemException when one of them cannot be read; nothing is told of the other then */
    public Both read(SideChoice from, SideChoice to, boolean access, CancelToken cancel, Progress progress) {
        if (from instanceof SideChoice.Wanted left) {
            Side other = besides(to, access, cancel, progress);
            return new Both(wanted(left, to, other, cancel), other, List.of());
        }
        if (to instanceof SideChoice.Wanted right) {
            Side other = besides(from, access, cancel, progress);
            return new Both(other, wanted(right, from, other, cancel), List.of());
        }
        Optional<Path> first = path(from);
        Optional<Path> second = path(to);
        if (first.isPresent() && !second.map(StructureSides::isSql).orElse(false)) {
            progress.report("reading the right side", 0, SIDES);
            Side other = side(second, to, 0, access, cancel);
            progress.report("reading the left side", 1, SIDES);
            return both(written(first.get(), major(other), access, cancel), other, cancel);
        }
        progress.report("reading the left side", 0, SIDES);
        Side one = side(first, from, 0, access, cancel);
        progress.report("reading the right side", 1, SIDES);
        return both(one, side(second, to, major(one), access, cancel), cancel);
    }

    /** What stands beside a resource, which is made on the scratch server afterwards. */
    private Side besides(SideChoice choice, boolean access, CancelToken cancel, Progress progress) {
        progress.report("reading the other side", 0, SIDES);
        Side other = choice instanceof SideChoice.Wanted resource
                ? wanted.alone(resource.ref(), cancel)
                : side(path(choice), choice, 0, access, cancel);
        progress.report("making what the resource asks for", 1, SIDES);
        return other;
    }

    private Side wanted(SideChoice.Wanted choice, SideChoice otherChoice, Side other, CancelToken cancel) {
        return otherChoice instanceof SideChoice.Wanted
                ? wanted.alone(choice.ref(), cancel)
                : wanted.beside(choice.ref(), other, cancel);
    }

    private Both both(Side from, Side to, CancelToken cancel) {
        Side one = from.withVersionsOf(to);
        Side other = to.withVersionsOf(from);
        if (one.declared() == other.declared()) {
            return new Both(one, other, List.of());
        }
        OtherMajor.Worded worded = one.declared()
                ? otherMajor.worded(other.structure(), one.structure(), cancel)
                : otherMajor.worded(one.structure(), other.structure(), cancel);
        return one.declared()
                ? new Both(one.withStructure(worded.declared()), other, worded.unproved())
                : new Both(one, other.withStructure(worded.declared()), worded.unproved());
    }

    /** What was declared, in the words of a database of another major version as it is now. */
    public OtherMajor.Worded worded(StructureSnapshot live, StructureSnapshot declared, CancelToken cancel) {
        return otherMajor.worded(live, declared, cancel);
    }

    /** A database alone. */
    public Side live(String dsn, boolean access, CancelToken cancel) {
        return live(targets.apply(dsn), access, cancel);
    }

    private Side live(ConnectionTarget target, boolean access, CancelToken cancel) {
        StructureKeeper.Read read = pools.read(target, cancel, session -> keeper.read(session, cancel));
        Optional<AccessLayers> layers =
                access ? Optional.of(new AccessLayers(readAccess(target, cancel), Set.of())) : Optional.empty();
        List<String> notes = read.notKept().isEmpty() ? List.of() : List.of(read.notKept());
        return new Side(
                target.shown(),
                read.structure(),
                Optional.of(read.server()),
                false,
                layers,
                Set.of(),
                Optional.of(read.place()),
                notes);
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

    private Side side(Optional<Path> path, SideChoice choice, int major, boolean access, CancelToken cancel) {
        if (path.isPresent()) {
            return written(path.get(), major, access, cancel);
        }
        if (choice instanceof SideChoice.Text text) {
            return live(text.text(), access, cancel);
        }
        return choice instanceof SideChoice.Live live
                ? live(places.apply(live.place(), cancel), access, cancel)
                : earlier((SideChoice.Earlier) choice, access);
    }

    private Side earlier(SideChoice.Earlier choice, boolean access) {
        StructureKeeper.Kept kept = keeper.of(choice.place()).stream()
                .filter(state -> state.number() == choice.number())
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "HIST-404",
                        "Finding an earlier reading of",
                        choice.place().shown(),
                        "it is not kept any more.",
                        "Choose another one.")));
        return new Side(
                choice.place().shown() + " as it was found at " + kept.first(),
                keeper.structure(kept),
                Optional.empty(),
                false,
                Optional.empty(),
                access ? Set.of("owners and privileges, since earlier readings hold the structure alone") : Set.of(),
                Optional.of(choice.place()),
                List.of());
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
        return new Side(
                shown,
                structure,
                Optional.of(SavedStructure.server(path)),
                false,
                layers,
                Set.of(),
                Optional.empty(),
                List.of());
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
                Optional.empty(),
                notes);
    }

    /** Empty for what is no file. */
    private static Optional<Path> path(SideChoice choice) {
        return choice instanceof SideChoice.Text text ? path(text.text()) : Optional.empty();
    }

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
