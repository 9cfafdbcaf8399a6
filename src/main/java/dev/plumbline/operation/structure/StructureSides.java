package dev.plumbline.operation.structure;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
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
import java.util.function.Function;

/** Reads what a comparison is between: a connection string, a snapshot file, a file or a folder of SQL. SQL is run on a server of the major version that the other side has. */
public final class StructureSides {
    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final MaterializeSql sql;

    /** @param targets makes a target of a connection string, completed as libpq does */
    public StructureSides(Function<String, ConnectionTarget> targets, ServerPools pools, MaterializeSql sql) {
        this.targets = targets;
        this.pools = pools;
        this.sql = sql;
    }

    /** One state in words, and what is to be said about how it was found. */
    public record Side(String shown, StructureSnapshot structure, List<String> notes) {
        public Side {
            notes = List.copyOf(notes);
        }
    }

    /** Both states. */
    public record Both(Side from, Side to) {}

    /** @throws ProblemException when one of them cannot be read; nothing is told of the other then */
    public Both read(String from, String to, CancelToken cancel) {
        Optional<Path> first = path(from);
        Optional<Path> second = path(to);
        if (first.isPresent() && !second.map(StructureSides::isSql).orElse(false)) {
            Side other = side(second, to, 0, cancel);
            return new Both(written(first.get(), major(other), cancel), other);
        }
        Side one = side(first, from, 0, cancel);
        return new Both(one, side(second, to, major(one), cancel));
    }

    private Side side(Optional<Path> path, String text, int major, CancelToken cancel) {
        return path.isPresent() ? written(path.get(), major, cancel) : live(text, cancel);
    }

    private static boolean isSql(Path path) {
        return !SavedStructure.isSnapshot(path);
    }

    private static int major(Side side) {
        return side.structure().version().major();
    }

    private Side live(String dsn, CancelToken cancel) {
        ConnectionTarget target = targets.apply(dsn);
        return new Side(
                target.shown(),
                pools.read(target, cancel, session -> new StructureReader().read(session, cancel)),
                List.of());
    }

    private Side written(Path path, int major, CancelToken cancel) {
        Optional<StructureSnapshot> saved = SavedStructure.of(path);
        if (saved.isPresent()) {
            return new Side(
                    Visible.text(path.toString()) + " (of database \""
                            + saved.get().database().shown() + "\")",
                    saved.get(),
                    List.of());
        }
        SqlFolder folder = SqlFolder.of(path);
        MaterializeSql.Materialized made = sql.read(folder.files(), major, cancel);
        List<String> notes = new ArrayList<>(folder.notes());
        notes.addAll(made.notes());
        return new Side(
                Visible.text(path.toString()) + " (on PostgreSQL " + made.major() + ")", made.structure(), notes);
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
