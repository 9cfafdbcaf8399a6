package dev.plumbline.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.List;

/** The one order in which a snapshot holds its lists, so that equal catalogs are equal snapshots. */
final class SnapshotOrder {
    private static final Comparator<Membership> MEMBERSHIPS = comparing(Membership::role)
            .thenComparing(Membership::member)
            .thenComparing(Membership::grantor, nullsFirst(naturalOrder()));
    private static final Comparator<DefaultPrivilege> DEFAULT_PRIVILEGES = comparing(DefaultPrivilege::creator)
            .thenComparing(DefaultPrivilege::schema, nullsFirst(naturalOrder()))
            .thenComparing(DefaultPrivilege::type);
    private static final Comparator<OwnedObject> OBJECTS = comparing(OwnedObject::schema)
            .thenComparing(OwnedObject::type)
            .thenComparing(object -> object.identity().text())
            .thenComparing(OwnedObject::oid);

    private static final Comparator<OtherObject> OTHERS = comparing(OtherObject::kind)
            .thenComparing(OtherObject::schema, nullsFirst(naturalOrder()))
            .thenComparing(OtherObject::name)
            .thenComparing(other -> other.key().column())
            .thenComparing(other -> other.key().oid());

    private SnapshotOrder() {}

    static List<Role> ofRoles(List<Role> roles) {
        return roles.stream().sorted(comparing(Role::name)).toList();
    }

    static List<Membership> ofMemberships(List<Membership> memberships) {
        return memberships.stream().sorted(MEMBERSHIPS).toList();
    }

    static List<Schema> ofSchemas(List<Schema> schemas) {
        return schemas.stream().sorted(comparing(Schema::name)).toList();
    }

    static List<DefaultPrivilege> ofDefaultPrivileges(List<DefaultPrivilege> rules) {
        return rules.stream().sorted(DEFAULT_PRIVILEGES).toList();
    }

    static List<OwnedObject> ofObjects(List<OwnedObject> objects) {
        return objects.stream().sorted(OBJECTS).toList();
    }

    static List<OtherObject> ofOthers(List<OtherObject> others) {
        return others.stream().sorted(OTHERS).toList();
    }

    static List<Gap> ofGaps(List<Gap> gaps) {
        return gaps.stream().sorted(comparing(Gap::subject)).toList();
    }
}
