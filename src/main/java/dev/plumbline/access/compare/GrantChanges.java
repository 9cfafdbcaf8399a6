package dev.plumbline.access.compare;

import dev.plumbline.access.change.PairedObjects;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries of access lists that are not as they were. What NULL stands for is compared as if it were written out, and the owner is a place, not a name: when an object
 * changes hands its entries are rewritten to the new owner (aclnewowner), which is one change of owner and no change of grants. What an object that came was granted
 * is what it carries beyond the built-in default.
 */
final class GrantChanges {
    private final AccessSnapshot before;
    private final AccessSnapshot after;
    private final Unknowns unknowns;
    private final List<Change> changes = new ArrayList<>();

    private GrantChanges(AccessSnapshot before, AccessSnapshot after, Unknowns unknowns) {
        this.before = before;
        this.after = after;
        this.unknowns = unknowns;
    }

    static List<Change> of(AccessSnapshot before, AccessSnapshot after, PairedObjects pairs, Unknowns unknowns) {
        GrantChanges found = new GrantChanges(before, after, unknowns);
        pairs.list().forEach(found::pair);
        pairs.onlyBefore().forEach(object -> found.gone(object, pairs));
        pairs.onlyAfter().forEach(object -> found.come(object, pairs));
        return found.changes;
    }

    private void pair(PairedObjects.Pair pair) {
        String on = ObjectChanges.shown(pair.is());
        compare(
                on,
                entries(before, pair.was(), pair.was().effectiveAcl()),
                entries(after, pair.is(), pair.is().effectiveAcl()),
                pair.is().kind());
        if (!unknowns.about(ObjectKind.COLUMN)) {
            pair.columns()
                    .forEach(column -> compare(
                            on + " (" + column.is().name().shown() + ")",
                            entries(before, pair.was(), column.was().acl()),
                            entries(after, pair.is(), column.is().acl()),
                            ObjectKind.COLUMN));
        }
    }

    private void gone(DatabaseObject object, PairedObjects pairs) {
        if (!unknowns.about(object.kind())) {
            String on = ObjectChanges.shown(object);
            AccessList builtIn = AccessList.builtIn(object.kind(), object.owner());
            compare(
                    on,
                    entries(before, object, object.effectiveAcl()),
                    entries(before, object, builtIn),
                    object.kind());
            pairs.columnsBefore(object)
                    .forEach(column -> compare(
                            on + " (" + column.name().shown() + ")",
                            entries(before, object, column.acl()),
                            Map.of(),
                            ObjectKind.COLUMN));
        }
    }

    private void come(DatabaseObject object, PairedObjects pairs) {
        if (!unknowns.about(object.kind())) {
            String on = ObjectChanges.shown(object);
            AccessList builtIn = AccessList.builtIn(object.kind(), object.owner());
            compare(on, entries(after, object, builtIn), entries(after, object, object.effectiveAcl()), object.kind());
            pairs.columnsAfter(object)
                    .forEach(column -> compare(
                            on + " (" + column.name().shown() + ")",
                            Map.of(),
                            entries(after, object, column.acl()),
                            ObjectKind.COLUMN));
        }
    }

    /** Letters that only the newer of two servers has are compared only where both have them: nobody granted them in between. */
    private void compare(String on, Map<Entry, Held> was, Map<Entry, Held> is, ObjectKind kind) {
        long shared = ~(kind.all().bits()
                & ~(PrivilegeSet.of(kind.privileges(before.version())).bits()
                        & PrivilegeSet.of(kind.privileges(after.version())).bits()));
        changes.addAll(Beside.of(
                Change.Part.GRANTS, letters(was, shared), letters(is, shared), entry -> entry.shown() + " on " + on));
    }

    private static Map<Entry, String> letters(Map<Entry, Held> entries, long shared) {
        Map<Entry, String> letters = new HashMap<>();
        entries.forEach((entry, held) -> {
            long bits = held.privileges & shared;
            if (bits != 0) {
                letters.put(entry, new PrivilegeSet(bits).letters(new PrivilegeSet(held.grantable & shared)));
            }
        });
        return letters;
    }

    private static Map<Entry, Held> entries(AccessSnapshot snapshot, DatabaseObject object, @Nullable AccessList acl) {
        Map<Entry, Held> entries = new HashMap<>();
        for (int at = 0; acl != null && at < acl.size(); at++) {
            entries.merge(
                    new Entry(place(snapshot, object, acl.grantee(at)), place(snapshot, object, acl.grantor(at))),
                    new Held(acl.held(at), acl.grantable(at)),
                    Held::with);
        }
        return entries;
    }

    private static Place place(AccessSnapshot snapshot, DatabaseObject object, int role) {
        return role != RoleIndex.PUBLIC && role == object.owner()
                ? new Place(true, Grantee.PUBLIC)
                : new Place(false, snapshot.roles().grantee(role));
    }

    private record Held(long privileges, long grantable) {
        Held with(Held other) {
            return new Held(privileges | other.privileges, grantable | other.grantable);
        }
    }

    private record Place(boolean owner, Grantee grantee) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::owner).reversed().thenComparing(Place::grantee);

        String shown() {
            return owner ? "its owner" : Visible.text(grantee.shown());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Entry(Place grantee, Place grantor) implements Comparable<Entry> {
        String shown() {
            return grantee.shown() + (grantor.owner ? "" : ", granted by " + grantor.shown() + ",");
        }

        @Override
        public int compareTo(Entry other) {
            int byGrantee = grantee.compareTo(other.grantee);
            return byGrantee != 0 ? byGrantee : grantor.compareTo(other.grantor);
        }
    }
}
