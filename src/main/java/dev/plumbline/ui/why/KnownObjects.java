package dev.plumbline.ui.why;

import dev.plumbline.access.ObjectLookup;
import dev.plumbline.access.ObjectText;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Role;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The roles, objects and columns of a reading by what is typed: as they are, or as they are shown with deceiving characters escaped. */
public final class KnownObjects {
    private static final int SUGGESTED = 60;
    private final AccessSnapshot snapshot;
    private final List<String> roles;
    private final List<String> objects;

    public KnownObjects(AccessSnapshot snapshot) {
        this.snapshot = snapshot;
        roles = snapshot.catalog().roles().stream()
                .map(role -> role.name().shown())
                .toList();
        objects = snapshot.objects().stream()
                .map(object -> Visible.text(ObjectText.of(object)))
                .toList();
    }

    /** The numbers of the roles that the text may mean; more than one only where names look alike. */
    public List<Integer> roles(String text) {
        Integer exactly = ofName(text);
        if (exactly != null) {
            return List.of(exactly);
        }
        return IntStream.range(0, snapshot.roles().known())
                .filter(role -> snapshot.roles().shown(role).equals(text))
                .boxed()
                .toList();
    }

    private @org.jspecify.annotations.Nullable Integer ofName(String text) {
        try {
            return snapshot.roles().of(Name.of(text));
        } catch (RefusedName noName) {
            return null;
        }
    }

    public List<DatabaseObject> objects(String text) {
        List<DatabaseObject> found = ObjectLookup.find(snapshot, text);
        if (!found.isEmpty()) {
            return found;
        }
        List<DatabaseObject> shownSo = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            if (objects.get(at).equals(text)) {
                shownSo.add(snapshot.objects().get(at));
            }
        }
        return shownSo;
    }

    /** The columns of a relation that were read. */
    public List<Column> columns(DatabaseObject relation) {
        return snapshot.columns().stream()
                .filter(column -> column.relation() == relation.oid())
                .toList();
    }

    public List<String> rolesLike(String typed) {
        return like(roles, typed);
    }

    public List<String> objectsLike(String typed) {
        return like(objects, typed);
    }

    /** Those that begin so, then those that hold it, upper and lower case alike; not more than a list can show. */
    static List<String> like(List<String> all, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (String each : all) {
            String lower = each.toLowerCase(Locale.ROOT);
            if (lower.startsWith(wanted)) {
                first.add(each);
            } else if (lower.contains(wanted)) {
                then.add(each);
            }
            if (first.size() == SUGGESTED) {
                return first;
            }
        }
        first.addAll(then.subList(0, Math.min(then.size(), SUGGESTED - first.size())));
        return first;
    }

    public AccessSnapshot snapshot() {
        return snapshot;
    }

    /** The role of a number, for its attributes. */
    public Role role(int number) {
        return snapshot.roles().role(number);
    }
}
