package dev.plumbline.catalog;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * CockroachDB's grants, which come as words, as the access side holds them: ALL is every privilege of the object's kind, a word that this program does not know is
 * {@link Privilege#ANOTHER} and a gap that names it. Nothing stands for a list that was not read: there is no built-in default but the owner's ALL.
 */
final class CockroachAccess {
    private final Snapshot whole;
    private final RoleNumbers numbers;
    private final List<DatabaseObject> objects = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();

    private CockroachAccess(Snapshot whole) {
        this.whole = whole;
        this.numbers = new RoleNumbers(whole.roles());
    }

    static AccessSnapshot of(Snapshot whole) {
        return new CockroachAccess(whole).converted();
    }

    private AccessSnapshot converted() {
        add(
                ObjectKind.DATABASE,
                whole.database().oid(),
                null,
                whole.database().name().text(),
                "",
                whole.database().owner(),
                whole.database().acl());
        whole.schemas()
                .forEach(schema -> add(
                        ObjectKind.SCHEMA,
                        schema.oid(),
                        schema.name(),
                        schema.name().text(),
                        "",
                        schema.owner(),
                        schema.acl()));
        whole.objects().forEach(this::add);
        objects.sort(AccessDraft::inOrder);
        AccessSnapshot access = new AccessSnapshot(
                catalog(), numbers.finished(), objects, List.of(), true, Map.of(), Map.of(), List.of(), List.of());
        return UnseenRoles.inOrder(access);
    }

    private Snapshot catalog() {
        List<Gap> gaps = new ArrayList<>(whole.gaps());
        whole.defaultPrivileges().stream()
                .flatMap(rule -> rule.acl().stream())
                .flatMap(item -> item.held().stream())
                .filter(privilege -> privilege.letter() == '?' && !privilege.equals(AllWord.ALL))
                .forEach(privilege -> unknown.add(privilege.word()));
        gaps.add(new Gap(Gap.OBJECTS + " that are types", "", "types are not read on CockroachDB"));
        if (!unknown.isEmpty()) {
            gaps.add(new Gap("privileges", "", "granted, and unknown to this program: " + String.join(", ", unknown)));
        }
        return new Snapshot(
                whole.server(),
                whole.database(),
                whole.roles(),
                whole.memberships(),
                whole.schemas(),
                CockroachRules.of(whole.defaultPrivileges(), whole.server().version()),
                List.of(),
                gaps);
    }

    private void add(OwnedObject object) {
        String identity = object.identity().text();
        int end = closingQuote(identity);
        String name = identity.substring(1, end).replace("\"\"", "\"");
        switch (object.type()) {
            case TABLES -> add(ObjectKind.RELATION, object, name, "r");
            case SEQUENCES -> add(ObjectKind.SEQUENCE, object, name, "S");
            case FUNCTIONS -> add(ObjectKind.ROUTINE, object, name, identity.substring(end + 2, identity.length() - 1));
            case TYPES, SCHEMAS, LARGE_OBJECTS -> throw new IllegalStateException("not read here: " + object.type());
        }
    }

    private void add(ObjectKind kind, OwnedObject object, String name, String detail) {
        add(kind, object.oid(), object.schema(), name, detail, object.owner(), object.acl());
    }

    /** Identities are written by our own template, always in quotes. */
    private static int closingQuote(String identity) {
        int at = 1;
        while (identity.charAt(at) != '"' || at + 1 < identity.length() && identity.charAt(at + 1) == '"') {
            at += identity.charAt(at) == '"' ? 2 : 1;
        }
        return at;
    }

    private void add(
            ObjectKind kind,
            long oid,
            @Nullable Name schema,
            String name,
            String detail,
            Name owner,
            @Nullable List<AclItem> acl) {
        boolean system = schema != null && SnapshotScope.isOfTheSystem(schema);
        objects.add(new DatabaseObject(
                kind,
                oid,
                schema,
                name,
                detail,
                numbers.ofName(owner.text()),
                list(kind, acl == null ? List.of() : acl),
                system ? ObjectOrigin.SYSTEM : ObjectOrigin.USER));
    }

    private AccessList list(ObjectKind kind, List<AclItem> items) {
        int size = items.size();
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        long[] grantable = new long[size];
        for (int at = 0; at < size; at++) {
            AclItem item = items.get(at);
            grantees[at] = number(item.grantee());
            grantors[at] = number(item.grantor());
            for (Map.Entry<Privilege, Boolean> entry : item.privileges().entrySet()) {
                long bits = bits(kind, entry.getKey());
                held[at] |= bits;
                grantable[at] |= entry.getValue() ? bits : 0;
            }
        }
        return new AccessList(grantees, grantors, held, grantable);
    }

    private long bits(ObjectKind kind, Privilege privilege) {
        if (privilege.equals(AllWord.ALL)) {
            return PrivilegeSet.of(kind.privileges(whole.server().version())).bits();
        }
        if (privilege.letter() == '?') {
            unknown.add(privilege.word());
            return PrivilegeSet.bit(Privilege.ANOTHER);
        }
        return PrivilegeSet.bit(privilege);
    }

    private int number(Grantee grantee) {
        Name role = grantee.role();
        return role == null ? RoleIndex.PUBLIC : numbers.ofName(role.text());
    }
}
