package dev.plumbline.access.preflight;

import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Sql;
import java.util.Optional;

/** One condition that the server checks before an operation on one object: met by a path, or the least that is missing. */
sealed interface Demand {
    /** By what the role meets it; empty when it does not. */
    Optional<String> path(Standing standing);

    Need need(Standing standing, Remedies remedies);

    /** A privilege, by the role itself or by any role whose privileges it has. */
    record Hold(DatabaseObject object, Privilege privilege) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.holds(object, privilege);
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return new Need(
                    Need.Kind.GRANT,
                    Remedies.id(object),
                    "no " + privilege.word() + " on " + GrantOn.word(object) + " " + object.shown(),
                    GrantOn.of(privilege, object, standing.role()),
                    new GrantPrivileges(object, null, standing.number(), PrivilegeSet.of(privilege)));
        }
    }

    record Own(DatabaseObject object) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.owns(object);
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return remedies.ownership(object);
        }
    }

    /** DROP: the owner of the object or of its schema. */
    record OwnEither(DatabaseObject object, DatabaseObject schema) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.owns(object)
                    .or(() -> standing.owns(schema).map(path -> path + " of schema " + schema.shown()));
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return remedies.ownership(object);
        }
    }

    /** GRANT of several privileges: the owner, or one role's grant options for all. */
    record Grant(DatabaseObject object, PrivilegeSet privileges) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.grants(object, privileges);
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return new Need(
                    Need.Kind.GRANT,
                    Remedies.id(object),
                    "no grant option on " + object.shown(),
                    Sql.of(
                            "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %I.%I TO %I WITH GRANT OPTION",
                            AlterOwner.schema(object), AlterOwner.name(object), standing.role()));
        }
    }

    record Superuser(String what) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.isSuperuser() ? Optional.of(Standing.SUPERUSER) : Optional.empty();
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return new Need(Need.Kind.SUPERUSER, "", what, Sql.of("ALTER ROLE %I SUPERUSER", standing.role()));
        }
    }

    /** A schema that is not there: made by whoever has CREATE on the database, and then owned. */
    record MakeSchema(DatabaseObject database, Name schema) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.holds(database, Privilege.CREATE).map(path -> path + " (makes the schema)");
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return new Need(
                    Need.Kind.CREATION,
                    "schema " + schema.text(),
                    "schema " + schema.shown() + " does not exist",
                    Sql.of("CREATE SCHEMA %I AUTHORIZATION %I", schema, standing.role()));
        }
    }

    /** ALTER … OWNER TO another role: that role must be open to SET ROLE. */
    record Become(Name owner) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            return standing.isSuperuser()
                    ? Optional.of(Standing.SUPERUSER)
                    : standing.maySetRole(owner) ? Optional.of("SET ROLE " + owner.shown()) : Optional.empty();
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return remedies.settable(owner);
        }
    }

    /** The new owner of an object must himself be allowed to create in its schema, unless a superuser hands it over. */
    record NewOwnerCreates(int owner, Name name, DatabaseObject schema) implements Demand {
        @Override
        public Optional<String> path(Standing standing) {
            if (standing.isSuperuser()) {
                return Optional.of(Standing.SUPERUSER);
            }
            return standing.otherHolds(owner, schema, Privilege.CREATE)
                    ? Optional.of("CREATE of " + name.shown())
                    : Optional.empty();
        }

        @Override
        public Need need(Standing standing, Remedies remedies) {
            return new Need(
                    Need.Kind.GRANT,
                    Remedies.id(schema),
                    name.shown() + " has no CREATE on schema " + schema.shown(),
                    GrantOn.of(Privilege.CREATE, schema, name),
                    new GrantPrivileges(schema, null, owner, PrivilegeSet.of(Privilege.CREATE)));
        }
    }
}
