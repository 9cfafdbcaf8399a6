package dev.plumbline.ui.sample;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Policy;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RelationFacts;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An access side put together role by role and object by object; ACLs are written as the server prints them, one blank between entries. */
public final class AccessWorld {
    private final Name database;
    private final List<Role> roles = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Long, RelationFacts> facts = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private long oid = 16_400;
    private @Nullable RoleIndex index;

    private record Planned(
            ObjectKind kind, @Nullable Name schema, String name, String detail, String owner, String acl, long oid) {}

    public AccessWorld(String database) {
        this.database = Name.of(database);
        roles.add(new Role(10, Name.of("postgres"), true, true, true, true, true, true, true, -1, null));
        for (String predefined : List.of("pg_read_all_data", "pg_write_all_data", "pg_database_owner")) {
            role(predefined, false);
        }
    }

    public AccessWorld role(String name, boolean login) {
        roles.add(new Role(oid++, Name.of(name), false, true, false, false, login, false, false, -1, null));
        return this;
    }

    public AccessWorld member(String member, String role, boolean inherit) {
        memberships.add(new Membership(Name.of(role), Name.of(member), Name.of("postgres"), false, inherit, true));
        return this;
    }

    public AccessWorld gap(String subject, String answer) {
        gaps.add(new Gap(subject, "42501", answer));
        return this;
    }

    /** {@code acl} is empty for the server's NULL. */
    public AccessWorld object(ObjectKind kind, String schema, String name, String detail, String owner, String acl) {
        planned.add(new Planned(kind, schema.isEmpty() ? null : Name.of(schema), name, detail, owner, acl, ++oid));
        return this;
    }

    public AccessWorld table(String schema, String name, String owner, String acl) {
        return object(ObjectKind.RELATION, schema, name, "r", owner, acl);
    }

    /** A column of the table added last. */
    public AccessWorld column(String name, String acl) {
        columns.add(new Column(oid, columns.size() + 1, Name.of(name), list(acl)));
        return this;
    }

    /** Enables row security on the table added last, with one policy for these roles. */
    public AccessWorld policy(String name, String using, String... forRoles) {
        facts.put(oid, new RelationFacts(oid, true, false, false, 0));
        List<Integer> numbers =
                java.util.Arrays.stream(forRoles).map(this::number).toList();
        policies.add(new Policy(oid, Name.of(name), true, '*', numbers, using, ""));
        return this;
    }

    public AccessSnapshot snapshot() {
        for (Planned one : planned) {
            objects.add(new DatabaseObject(
                    one.kind(),
                    one.kind() == ObjectKind.DATABASE ? 16_401 : one.oid(),
                    one.kind() == ObjectKind.SCHEMA ? Name.of(one.name()) : one.schema(),
                    one.name(),
                    one.detail(),
                    number(one.owner()),
                    one.acl().isEmpty() ? null : list(one.acl()),
                    ObjectOrigin.USER));
        }
        return new AccessSnapshot(catalog(), index(), objects, columns, false, facts, Map.of(), policies, List.of());
    }

    private Snapshot catalog() {
        return new Snapshot(
                SampleSnapshots.server(database, Name.of("postgres")),
                new DatabaseEntry(16_401, database, Name.of("postgres"), null, -1, "UTF8", "C"),
                roles,
                memberships,
                List.of(),
                List.of(),
                List.of(),
                gaps);
    }

    /** Roles come first: their numbers are fixed once an ACL names one. */
    private RoleIndex index() {
        RoleIndex made = index;
        if (made == null) {
            made = new RoleIndex(catalog().roles(), List.of());
            index = made;
        }
        return made;
    }

    private int number(String role) {
        return role.equals("PUBLIC") ? RoleIndex.PUBLIC : Objects.requireNonNull(index().of(Name.of(role)), role);
    }

    private AccessList list(String acl) {
        String[] entries = acl.split(" ");
        int[] grantees = new int[entries.length];
        int[] grantors = new int[entries.length];
        long[] held = new long[entries.length];
        long[] grantable = new long[entries.length];
        for (int at = 0; at < entries.length; at++) {
            String[] parts = entries[at].split("[=/]");
            grantees[at] = number(parts[0]);
            grantors[at] = number(parts[2]);
            for (int letter = 0; letter < parts[1].length(); letter++) {
                char sign = parts[1].charAt(letter);
                if (sign == '*') {
                    grantable[at] |= PrivilegeSet.bit(parts[1].charAt(letter - 1));
                } else {
                    held[at] |= PrivilegeSet.bit(sign);
                }
            }
        }
        return new AccessList(grantees, grantors, held, grantable);
    }
}
