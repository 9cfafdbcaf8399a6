package dev.plumbline.access.preflight;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a role comes to own an object with the least power: by a membership in the owner when that role owns nothing but what was asked about, else by
 * handing over the object alone. Never by membership in a superuser or a predefined role.
 */
final class Remedies {
    private final AccessSnapshot snapshot;
    private final Standing standing;
    private final List<Name> schemas;
    private final Map<Integer, Boolean> narrow = new HashMap<>();

    Remedies(AccessSnapshot snapshot, Standing standing, List<Name> schemas) {
        this.snapshot = snapshot;
        this.standing = standing;
        this.schemas = schemas;
    }

    Need ownership(DatabaseObject object) {
        Name role = standing.role();
        String what = "does not own " + object.shown();
        if (snapshot.roles().isKnown(object.owner()) && narrow.computeIfAbsent(object.owner(), this::ownsNothingElse)) {
            Name owner = standing.ownerOf(object);
            Sql sql = snapshot.version().hasMembershipOptions()
                    ? Sql.of("GRANT %I TO %I WITH INHERIT TRUE, SET FALSE", owner, role)
                    : Sql.of("GRANT %I TO %I", owner, role);
            return new Need(
                    Need.Kind.MEMBERSHIP,
                    id(object),
                    what + "; " + owner.shown() + " does",
                    sql,
                    join(owner, true, false));
        }
        return new Need(
                Need.Kind.OWNERSHIP,
                id(object),
                what,
                AlterOwner.of(object, role),
                new ChangeOwner(object, standing.number()));
    }

    /** A way to SET ROLE to the owner that passes none of its privileges on by itself, where the server can tell these apart. */
    Need settable(Name owner) {
        String what = "may not SET ROLE to " + owner.shown();
        Role found = snapshot.catalog().role(owner).orElse(null);
        if (found == null || found.superuser() || RoleGraph.isPredefined(owner)) {
            return new Need(Need.Kind.SUPERUSER, "", what, Sql.of("ALTER ROLE %I SUPERUSER", standing.role()));
        }
        Sql sql = snapshot.version().hasMembershipOptions()
                ? Sql.of("GRANT %I TO %I WITH INHERIT FALSE, SET TRUE", owner, standing.role())
                : Sql.of("GRANT %I TO %I", owner, standing.role());
        return new Need(Need.Kind.MEMBERSHIP, "", what, sql, join(owner, false, true));
    }

    private GrantRole join(Name owner, boolean inherit, boolean set) {
        return new GrantRole(owner, standing.role(), GrantRole.recordedAs(snapshot), inherit, set);
    }

    static String id(DatabaseObject object) {
        return object.kind().word() + " " + object.oid();
    }

    private boolean ownsNothingElse(int owner) {
        Role holder = snapshot.roles().role(owner);
        Role own = snapshot.catalog().role(standing.role()).orElseThrow();
        boolean inherits = snapshot.version().hasMembershipOptions() || own.inherit();
        boolean circle = standing.graph().isGrantedMember(holder.name(), standing.role());
        boolean plain = !holder.superuser() && !RoleGraph.isPredefined(holder.name());
        return inherits
                && !circle
                && plain
                && snapshot.objects().stream()
                        .filter(object -> object.owner() == owner)
                        .allMatch(this::asked);
    }

    private boolean asked(DatabaseObject object) {
        return object.kind() == ObjectKind.SCHEMA
                ? schemas.contains(Name.of(object.name()))
                : object.schema() != null && schemas.contains(object.schema());
    }
}
