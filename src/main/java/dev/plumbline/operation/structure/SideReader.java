package dev.plumbline.operation.structure;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.StructureSides.Side;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads one side of a comparison alone: a live database, an earlier reading, a snapshot file, or SQL on a scratch server. */
final class SideReader {
    private final Function<String, ConnectionTarget> targets;
    private final BiFunction<DatabasePlace, CancelToken, ConnectionTarget> places;
    private final ServerPools pools;
    private final MaterializeSql sql;
    private final StructureKeeper keeper;

    SideReader(
            Function<String, ConnectionTarget> targets,
            BiFunction<DatabasePlace, CancelToken, ConnectionTarget> places,
            ServerPools pools,
            MaterializeSql sql,
            StructureKeeper keeper) {
        this.targets = targets;
        this.places = places;
        this.pools = pools;
        this.sql = sql;
        this.keeper = keeper;
    }

    /** A database alone. */
    Side live(String dsn, boolean access, CancelToken cancel) {
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
    Optional<AccessSnapshot> access(String text, Side side, CancelToken cancel) {
        if (side.declared()) {
            return Optional.empty();
        }
        return Optional.of(
                SidePath.of(text).map(SavedStructure::access).orElseGet(() -> readAccess(targets.apply(text), cancel)));
    }

    private AccessSnapshot readAccess(ConnectionTarget target, CancelToken cancel) {
        return pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
    }

    /** A file or folder alone. */
    Side written(Path path, int major, boolean access, CancelToken cancel) {
        return SidePath.isSql(path) ? run(path, major, access, cancel) : saved(path, access);
    }

    /** {@code path} is the choice's, empty for what is no file. */
    Side side(Optional<Path> path, SideChoice choice, int major, boolean access, CancelToken cancel) {
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
}
