package dev.plumbline.access;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every role × object × privilege, one cell after the other, sorted by kind, schema, name, sub, role and privilege in byte order, objects without a
 * schema after those with one. Columns come out only of a reading of every cell.
 */
public final class PrivilegeListing {
    private static final String ANY_COLUMN = "anycolumn";
    private static final String ROLE = "role";
    private static final Comparator<DatabaseObject> ORDER = Comparator.comparing(
                    (DatabaseObject object) -> object.schema() == null ? null : schemaText(object),
                    Comparator.nullsLast(ByteOrder.OF_TEXT))
            .thenComparing(DatabaseObject::name, ByteOrder.OF_TEXT)
            .thenComparing(DatabaseObject::detail, ByteOrder.OF_TEXT);

    private final AccessSnapshot snapshot;
    private final EffectivePrivileges privileges;
    private final PrivilegeFilter filter;
    private final Consumer<PrivilegeCell> sink;
    private final Map<Long, List<Column>> columns;
    private final List<Integer> roles;

    private PrivilegeListing(
            AccessSnapshot snapshot,
            EffectivePrivileges privileges,
            PrivilegeFilter filter,
            Consumer<PrivilegeCell> sink) {
        this.snapshot = snapshot;
        this.privileges = privileges;
        this.filter = filter;
        this.sink = sink;
        this.columns = snapshot.columnsByRelation();
        this.roles = rolesInOrder();
    }

    /** Gives every wanted cell to the sink. */
    public static void list(
            AccessSnapshot snapshot,
            EffectivePrivileges privileges,
            PrivilegeFilter filter,
            Consumer<PrivilegeCell> sink) {
        PrivilegeListing listing = new PrivilegeListing(snapshot, privileges, filter, sink);
        List<String> kinds = new ArrayList<>(List.of(ANY_COLUMN, ROLE));
        for (ObjectKind kind : ObjectKind.values()) {
            kinds.add(kind.word());
        }
        kinds.sort(ByteOrder.OF_TEXT);
        kinds.stream()
                .filter(filter::wantsKind)
                .filter(kind -> !(snapshot.version().isCockroach() && isOfColumns(kind)))
                .forEach(listing::kind);
    }

    private List<Integer> rolesInOrder() {
        List<Integer> numbers = new ArrayList<>();
        for (int role = RoleIndex.PUBLIC; role < snapshot.roles().known(); role++) {
            if (filter.wantsRole(word(role))) {
                numbers.add(role);
            }
        }
        numbers.sort(
                Comparator.comparing(this::word, ByteOrder.OF_TEXT).thenComparing(role -> role == RoleIndex.PUBLIC));
        return numbers;
    }

    private String word(int role) {
        return role == RoleIndex.PUBLIC
                ? "public"
                : snapshot.roles().role(role).name().text();
    }

    private static String schemaText(DatabaseObject object) {
        Name schema = object.schema();
        return schema == null ? "" : schema.text();
    }

    private void kind(String kind) {
        if (kind.equals(ROLE)) {
            memberships();
            return;
        }
        ObjectKind listed = isOfColumns(kind)
                ? ObjectKind.RELATION
                : ObjectKind.ofWord(kind).orElseThrow();
        snapshot.of(listed).stream()
                .filter(object -> filter.wantsSchema(object.schema()))
                .sorted(ORDER)
                .forEach(object -> object(kind, object));
    }

    private static boolean isOfColumns(String kind) {
        return kind.equals(ANY_COLUMN) || kind.equals(ObjectKind.COLUMN.word());
    }

    private void object(String kind, DatabaseObject object) {
        PrivilegeRow row = privileges.row(object);
        List<Column> ofObject = columns.getOrDefault(object.oid(), List.of());
        if (kind.equals(ANY_COLUMN)) {
            cells(kind, object, object.detail(), privileges.anyColumn(row, ofObject), ObjectKind.COLUMN);
        } else if (kind.equals(ObjectKind.COLUMN.word())) {
            ofObject.stream()
                    .sorted(Comparator.comparing(column -> column.name().text(), ByteOrder.OF_TEXT))
                    .forEach(column -> cells(
                            kind, object, column.name().text(), privileges.column(row, column), ObjectKind.COLUMN));
        } else {
            cells(kind, object, subOf(object), row, object.kind());
        }
    }

    private static String subOf(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION, ROUTINE, TYPE -> object.detail();
            default -> "";
        };
    }

    private void cells(String kind, DatabaseObject object, String sub, PrivilegeRow row, ObjectKind asked) {
        List<Privilege> possible = new ArrayList<>(asked.privileges(snapshot.version()));
        long known = asked.all().bits() | PrivilegeSet.of(possible).bits();
        possible.addAll(new PrivilegeSet(held(row) & ~known).list());
        List<Privilege> words = possible.stream()
                .filter(privilege -> filter.wantsPrivilege(privilege.word()))
                .sorted(Comparator.comparing(Privilege::word))
                .toList();
        for (int role : roles) {
            for (Privilege privilege : words) {
                long bit = PrivilegeSet.bit(privilege);
                int state = ((row.held(role) & bit) != 0 ? 1 : 0) + ((row.grantable(role) & bit) != 0 ? 2 : 0);
                cell(kind, object.schema(), object.name(), sub, role, privilege.word(), state);
            }
        }
    }

    /** What anybody holds; what no known version has on such an object is shown by its letter, never left out. */
    private static long held(PrivilegeRow row) {
        long bits = 0;
        for (int role = RoleIndex.PUBLIC; role < row.roles(); role++) {
            bits |= row.held(role) | row.grantable(role);
        }
        return bits;
    }

    private void memberships() {
        List<Integer> groups = new ArrayList<>();
        for (int role = 0; role < snapshot.roles().known(); role++) {
            groups.add(role);
        }
        groups.sort(Comparator.comparing(this::word, ByteOrder.OF_TEXT));
        RoleClosure closure = privileges.closure();
        boolean setIsAsked = snapshot.version().hasMembershipOptions();
        for (int group : groups) {
            for (int role : roles) {
                if (role != RoleIndex.PUBLIC) {
                    membership(group, role, "MEMBER", closure.membersOf(group));
                    membership(group, role, "MEMBER WITH ADMIN OPTION", closure.adminsOf(group));
                    if (setIsAsked) {
                        membership(group, role, "SET", closure.settersOf(group));
                    }
                    membership(group, role, "USAGE", closure.holdersOf(group));
                }
            }
        }
    }

    private void membership(int group, int role, String privilege, RoleSet having) {
        boolean has = having.has(role) || privileges.closure().isSuperuser(role);
        if (filter.schemas().isEmpty() && filter.wantsPrivilege(privilege)) {
            cell(ROLE, null, word(group), "", role, privilege, has ? 1 : 0);
        }
    }

    private void cell(
            String kind, @Nullable Name schema, String name, String sub, int role, String privilege, int state) {
        if (state != 0 || filter.all()) {
            sink.accept(
                    new PrivilegeCell(kind, schema, name, sub, word(role), role == RoleIndex.PUBLIC, privilege, state));
        }
    }
}
