package dev.plumbline.operation.structure;

import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Path;
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

    private final SideReader reader;
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
        this.reader = new SideReader(targets, places, pools, sql, keeper);
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
     * @param unproved what servers of two major versions wrote in different words, so that nothing is said of it
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
        Optional<Path> first = SidePath.of(from);
        Optional<Path> second = SidePath.of(to);
        if (first.isPresent() && !second.map(SidePath::isSql).orElse(false)) {
            progress.report("reading the right side", 0, SIDES);
            Side other = reader.side(second, to, 0, access, cancel);
            progress.report("reading the left side", 1, SIDES);
            return both(reader.written(first.get(), major(other), access, cancel), other, cancel, progress);
        }
        progress.report("reading the left side", 0, SIDES);
        Side one = reader.side(first, from, 0, access, cancel);
        progress.report("reading the right side", 1, SIDES);
        return both(one, reader.side(second, to, major(one), access, cancel), cancel, progress);
    }

    /** What stands beside a resource, which is made on the scratch server afterwards. */
    private Side besides(SideChoice choice, boolean access, CancelToken cancel, Progress progress) {
        progress.report("reading the other side", 0, SIDES);
        Side other = choice instanceof SideChoice.Wanted resource
                ? wanted.alone(resource.ref(), cancel)
                : reader.side(SidePath.of(choice), choice, 0, access, cancel);
        progress.report("making what the resource asks for", 1, SIDES);
        return other;
    }

    private Side wanted(SideChoice.Wanted choice, SideChoice otherChoice, Side other, CancelToken cancel) {
        return otherChoice instanceof SideChoice.Wanted
                ? wanted.alone(choice.ref(), cancel)
                : wanted.beside(choice.ref(), other, cancel);
    }

    /** The words of the left side stay, since a plan begins there, but for SQL, which has none of its own. */
    private Both both(Side from, Side to, CancelToken cancel, Progress progress) {
        Side one = from.withVersionsOf(to);
        Side other = to.withVersionsOf(from);
        if (major(one) != major(other)) {
            progress.report(
                    "comparing the words of PostgreSQL " + major(one) + " and " + major(other), SIDES, SIDES + 1);
        }
        if (one.declared()) {
            OtherMajor.Worded worded = otherMajor.worded(other.structure(), one.structure(), cancel);
            return new Both(one.withStructure(worded.declared()), other, worded.unproved());
        }
        OtherMajor.Worded worded = otherMajor.worded(one.structure(), other.structure(), cancel);
        return new Both(one, other.withStructure(worded.declared()), worded.unproved());
    }

    /** What was declared, in the words of a database of another major version as it is now. */
    public OtherMajor.Worded worded(StructureSnapshot live, StructureSnapshot declared, CancelToken cancel) {
        return otherMajor.worded(live, declared, cancel);
    }

    /** A database alone. */
    public Side live(String dsn, boolean access, CancelToken cancel) {
        return reader.live(dsn, access, cancel);
    }

    /** Owners and grants of a side that was read without them; empty where SQL declared it, since nobody owns anything there. */
    public Optional<AccessSnapshot> access(String text, Side side, CancelToken cancel) {
        return reader.access(text, side, cancel);
    }

    /** A file or folder alone. */
    public Side written(Path path, int major, boolean access, CancelToken cancel) {
        return reader.written(path, major, access, cancel);
    }

    private static int major(Side side) {
        return side.structure().version().major();
    }
}
