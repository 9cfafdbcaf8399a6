package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one owner that are given to another, each by a step of its own, and those that stay with the reason. Sequences of columns and row types go with their
 * table without being named; a partition goes when the table it is a partition of goes; members of extensions and what initdb made never do. {@code unknown} is what could not be read, so that there may be more.
 */
public record OwnedSet(List<DatabaseObject> taken, List<Left> left, List<Gap> unknown) {
    public OwnedSet {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
        unknown = List.copyOf(unknown);
    }

    /** Something of the old owner that stays where it is. */
    public record Left(DatabaseObject object, String why) {}

    /**
     * What of an owner's things is meant: in these schemas, the schemas themselves included, and of these kinds; empty means all.
     */
    public record Choice(Set<Name> schemas, Set<OwnedKind> kinds) {
        public static final Choice ALL = new Choice(Set.of(), Set.of());

        public Choice {
            schemas = Set.copyOf(schemas);
            kinds = Set.copyOf(kinds);
        }

        boolean has(DatabaseObject object) {
            return (schemas.isEmpty() || lies(object))
                    && (kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.has(object)));
        }

        private boolean lies(DatabaseObject object) {
            Name schema = object.kind() == ObjectKind.SCHEMA ? Name.of(object.name()) : object.schema();
            return schema != null && schemas.contains(schema);
        }
    }

    /** The changes, a table before its partitions. */
    public List<ChangeOwner> changes(int newOwner) {
        return taken.stream().map(object -> new ChangeOwner(object, newOwner)).toList();
    }

    public static OwnedSet of(AccessSnapshot snapshot, int owner, Choice choice) {
        return new Search(snapshot, owner, choice).found();
    }

    private static final class Search {
        private final AccessSnapshot snapshot;
        private final int owner;
        private final Choice choice;
        private final Map<Long, DatabaseObject> relations = new HashMap<>();
        private final Set<String> relationNames = new HashSet<>();
        private final boolean membersUnknown;
        private final List<DatabaseObject> taken = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();

        Search(AccessSnapshot snapshot, int owner, Choice choice) {
            this.snapshot = snapshot;
            this.owner = owner;
            this.choice = choice;
            this.membersUnknown =
                    snapshot.catalog().gapAbout(Gap.EXTENSION_MEMBERS).isPresent();
            snapshot.of(ObjectKind.RELATION).forEach(relation -> {
                relations.put(relation.oid(), relation);
                relationNames.add(relation.shown());
            });
            snapshot.of(ObjectKind.SEQUENCE).forEach(sequence -> relationNames.add(sequence.shown()));
        }

        OwnedSet found() {
            for (DatabaseObject object : snapshot.objects()) {
                if (object.owner() == owner && object.origin() != ObjectOrigin.SYSTEM && isOfItself(object)) {
                    sort(object);
                }
            }
            taken.sort(Comparator.comparing(DatabaseObject::kind, Comparator.comparingInt(Search::turn))
                    .thenComparingInt(this::depth));
            List<Gap> unknown = snapshot.catalog().gaps().stream()
                    .filter(gap ->
                            gap.isAbout(Gap.OBJECTS) || gap.isAbout(Gap.SCHEMAS) || gap.isAbout(Gap.EXTENSION_MEMBERS))
                    .toList();
            return new OwnedSet(taken, left, unknown);
        }

        private void sort(DatabaseObject object) {
            DatabaseObject ruling = ruling(object);
            if (!choice.has(ruling)) {
                if (choice.has(object)) {
                    left.add(new Left(object, "it goes with " + ruling.shown() + ", which is not chosen"));
                }
            } else if (membersUnknown) {
                left.add(new Left(object, "whether it belongs to an extension could not be read"));
            } else if (object.origin() == ObjectOrigin.EXTENSION) {
                left.add(new Left(object, "it belongs to an extension"));
            } else if (object.kind() == ObjectKind.DATABASE
                    && object.oid() != snapshot.catalog().database().oid()) {
                left.add(new Left(object, "it is another database: connect there"));
            } else {
                taken.add(object);
            }
        }

        /** No parameter, no sequence of a column, no row type, no multirange: they have no owner of their own. */
        private boolean isOfItself(DatabaseObject object) {
            return switch (object.kind()) {
                case COLUMN, PARAMETER -> false;
                case SEQUENCE -> snapshot.relationFacts(object).sequenceOf() == 0;
                case TYPE ->
                    object.letter() != 'm' && !(object.letter() == 'c' && relationNames.contains(object.shown()));
                default -> true;
            };
        }

        /** Of a partition the topmost table above it that the same role owns; else the object itself. */
        private DatabaseObject ruling(DatabaseObject object) {
            DatabaseObject top = object;
            for (DatabaseObject above = parent(top); above != null && above.owner() == owner; above = parent(top)) {
                top = above;
            }
            return top;
        }

        private int depth(DatabaseObject object) {
            int depth = 0;
            for (DatabaseObject above = parent(object); above != null; above = parent(above)) {
                depth++;
            }
            return depth;
        }

        private @Nullable DatabaseObject parent(DatabaseObject object) {
            return object.kind() == ObjectKind.RELATION
                    ? relations.get(snapshot.relationFacts(object).partitionOf())
                    : null;
        }

        /** Schemas and the database last: then the way back begins with them, and the old owner may create again what the rest lies in. */
        private static int turn(ObjectKind kind) {
            return switch (kind) {
                case DATABASE -> 2;
                case SCHEMA -> 1;
                default -> 0;
            };
        }
    }
}
