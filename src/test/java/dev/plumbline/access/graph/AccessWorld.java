package dev.plumbline.access.graph;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An access side put together by hand, for drawings: roles, memberships, objects with owners and grants. */
public final class AccessWorld {
    private static final Name POSTGRES = Name.of("postgres");
    private final Name database;
    private final List<Role> roles = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<DefaultPrivilege> rules = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Name owner = POSTGRES;
    private long oid = 20_000;

    /** Something before roles have numbers; {@code grants}: {@code reader=r}, the empty name is PUBLIC, a number that of a dropped role. */
    private record Thing(
            ObjectKind kind, @Nullable String schema, String name, String detail, String owner, List<String> grants) {}

    public AccessWorld(String database) {
        this.database = Name.of(database);
        roles.add(new Role(10, POSTGRES, true, true, true, true, true, true, true, -1, null));
    }

    /** {@code words}: LOGIN, NOINHERIT, SUPERUSER. */
    public AccessWorld role(String name, String... words) {
        List<String> on = List.of(words);
        roles.add(new Role(
                oid++,
                Name.of(name),
                on.contains("SUPERUSER"),
                !on.contains("NOINHERIT"),
                false,
                false,
                on.contains("LOGIN"),
                false,
                false,
                -1,
                null));
        return this;
    }

    /** {@code words}: ADMIN, NOINHERIT, NOSET. */
    public AccessWorld member(String member, String role, String... words) {
        List<String> on = List.of(words);
        memberships.add(new Membership(
                Name.of(role),
                Name.of(member),
                POSTGRES,
                on.contains("ADMIN"),
                !on.contains("NOINHERIT"),
                !on.contains("NOSET")));
        return this;
    }

    public AccessWorld databaseOwner(String name) {
        owner = Name.of(name);
        return this;
    }

    public AccessWorld schema(String name, String of, String... grants) {
        things.add(new Thing(ObjectKind.SCHEMA, name, name, "", of, List.of(grants)));
        return this;
    }

    public AccessWorld object(ObjectKind kind, String schema, String name, String of, String... grants) {
        String detail = kind == ObjectKind.RELATION ? "r" : kind == ObjectKind.SEQUENCE ? "S" : "";
        things.add(new Thing(kind, schema, name, detail, of, List.of(grants)));
        return this;
    }

    public AccessWorld tables(String schema, int count, String of, String... grants) {
        for (int number = 1; number <= count; number++) {
            object(ObjectKind.RELATION, schema, "t_" + number, of, grants);
        }
        return this;
    }

    public AccessWorld rule(DefaultPrivilege rule) {
        rules.add(rule);
        return this;
    }

    public AccessWorld gap(String subject) {
        gaps.add(new Gap(subject, "42501", "permission denied"));
        return this;
    }

    public AccessSnapshot snapshot() {
        roles.sort(Comparator.comparing(Role::name));
        RoleIndex index = new RoleIndex(roles, List.of(Grantee.dangling(54321)));
        ServerVersion version = new ServerVersion(Product.POSTGRESQL, 170011, "17.11");
        Snapshot catalog = new Snapshot(
                new ServerIdentity(version, "7391023348120992204", "10.2.0.7", 5432, false, 16401, database, POSTGRES),
                new DatabaseEntry(16401, database, owner, null, -1, "UTF8", "C.UTF-8"),
                roles,
                memberships,
                List.of(),
                rules,
                List.of(),
                gaps);
        List<DatabaseObject> objects = new ArrayList<>();
        objects.add(new DatabaseObject(
                ObjectKind.DATABASE,
                16401,
                null,
                database.text(),
                "",
                number(index, owner.text()),
                null,
                ObjectOrigin.USER));
        long next = 30_000;
        for (Thing thing : things) {
            objects.add(object(index, next++, thing));
        }
        return new AccessSnapshot(catalog, index, objects, List.of(), false, Map.of(), Map.of(), List.of(), List.of());
    }

    private static DatabaseObject object(RoleIndex index, long oid, Thing thing) {
        int owner = number(index, thing.owner());
        int size = thing.grants().size();
        int[] grantees = new int[size + 1];
        int[] grantors = new int[size + 1];
        long[] held = new long[size + 1];
        long[] grantable = new long[size + 1];
        for (int at = 0; at < size; at++) {
            String grant = thing.grants().get(at);
            int end = grant.lastIndexOf('=');
            grantees[at] = number(index, grant.substring(0, end));
            grantors[at] = owner;
            for (String letter : grant.substring(end + 1).split("(?<=.)(?!\\*)")) {
                held[at] |= PrivilegeSet.bit(letter.charAt(0));
                grantable[at] |= letter.endsWith("*") ? PrivilegeSet.bit(letter.charAt(0)) : 0;
            }
        }
        grantees[size] = owner;
        grantors[size] = owner;
        held[size] = thing.kind().all().bits();
        return new DatabaseObject(
                thing.kind(),
                oid,
                thing.schema() == null ? null : Name.of(thing.schema()),
                thing.name(),
                thing.detail(),
                owner,
                size == 0 ? null : new AccessList(grantees, grantors, held, grantable),
                ObjectOrigin.USER);
    }

    private static int number(RoleIndex index, String name) {
        if (name.isEmpty()) {
            return RoleIndex.PUBLIC;
        }
        Integer number = index.of(Name.of(name));
        return number == null ? index.known() : number;
    }
}
