package dev.plumbline.drift;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** One thing that differs from what is wanted. The set is closed: whoever plans answers for every kind. */
public sealed interface Finding {
    /** The finding as an item of {@code status.drift}, where the resource has a word for it (systems: fields {@code ownership.*}). */
    default Optional<DriftDiff> driftDiff() {
        return Optional.empty();
    }

    default boolean destructive() {
        return false;
    }

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R roleMissing(RoleMissing finding);

        R membershipMissing(MembershipMissing finding);

        R membershipWithoutInherit(MembershipWithoutInherit finding);

        R databaseOwnerDiffers(DatabaseOwnerDiffers finding);

        R defaultPrivilegeMissing(DefaultPrivilegeMissing finding);

        R defaultPrivilegeExtra(DefaultPrivilegeExtra finding);

        R defaultPrivilegeOfWrongCreator(DefaultPrivilegeOfWrongCreator finding);

        R objectsNotCovered(ObjectsNotCovered finding);

        R schemaMissing(SchemaMissing finding);
    }

    /** {@code ownerRole} tells the owner role (NOLOGIN) from the app user (LOGIN). */
    record RoleMissing(Name role, boolean ownerRole) implements Finding {
        @Override
        public Optional<DriftDiff> driftDiff() {
            return Optional.of(
                    new DriftDiff(ownerRole ? "ownership.role" : "ownership.user", role.text(), "<missing>", false));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.roleMissing(this);
        }
    }

    /**
     * Either role may be absent too. Where the role is already a member of the member, directly or through others, the server refuses the GRANT
     * (0LP01): memberships never form a circle.
     */
    record MembershipMissing(Name role, Name member) implements Finding {
        @Override
        public Optional<DriftDiff> driftDiff() {
            return Optional.of(new DriftDiff(
                    "ownership.membership",
                    member.text() + " IN ROLE " + role.text(),
                    member.text() + " not in " + role.text(),
                    false));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.membershipMissing(this);
        }
    }

    /**
     * The member is in, directly or through others, but would have to SET ROLE: INHERIT is off on a grant of every path (16 on) or for a member on
     * it (before). A direct grant with INHERIT repairs it; before 16 the member itself must also be INHERIT.
     */
    record MembershipWithoutInherit(Name role, Name member) implements Finding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.membershipWithoutInherit(this);
        }
    }

    record DatabaseOwnerDiffers(Name database, Name expected, Name actual) implements Finding {
        @Override
        public Optional<DriftDiff> driftDiff() {
            return Optional.of(new DriftDiff("ownership.dbOwner", expected.text(), actual.text(), true));
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.databaseOwnerDiffers(this);
        }
    }

    /** {@code missing} are the privileges not there yet: all of the rule's, or the part that an existing rule lacks. */
    record DefaultPrivilegeMissing(DefaultRule rule, SortedSet<Privilege> missing) implements Finding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.defaultPrivilegeMissing(this);
        }
    }

    /** A grant by a wanted creator that the model does not ask for; a null {@code schema} is the rule for any schema. */
    record DefaultPrivilegeExtra(
            Name creator, @Nullable Name schema, ObjectType type, Grantee grantee, SortedSet<Privilege> extra)
            implements Finding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.defaultPrivilegeExtra(this);
        }
    }

    /**
     * The wanted grant exists, but for objects that another role creates. {@code found} is the rule as it stands, whose own creator and schema
     * (null for any schema) are what a correction would name.
     */
    record DefaultPrivilegeOfWrongCreator(DefaultRule rule, DefaultPrivilege found) implements Finding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.defaultPrivilegeOfWrongCreator(this);
        }
    }

    /** Objects that existed before the rule did: default privileges never reach back. */
    record ObjectsNotCovered(DefaultRule rule, List<OwnedObject> objects) implements Finding {
        public ObjectsNotCovered {
            objects = List.copyOf(objects);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.objectsNotCovered(this);
        }
    }

    record SchemaMissing(Name schema) implements Finding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.schemaMissing(this);
        }
    }
}
