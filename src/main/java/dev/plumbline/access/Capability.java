package dev.plumbline.access;

import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Role;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Predicts, for the login of a snapshot, whether the server would accept a statement, and what it lacks where not (PostgreSQL manual, the
 * "Notes" of each statement; CREATEROLE as of 16 in 21.2). The roles that the statement names are taken to exist.
 */
public final class Capability {
    private final Snapshot snapshot;
    private final RoleGraph graph;
    private final Name login;
    private final boolean superuser;

    private Capability(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.graph = RoleGraph.of(snapshot);
        this.login = snapshot.server().login();
        this.superuser = graph.isSuperuser(login);
    }

    public static Capability of(Snapshot snapshot) {
        return new Capability(snapshot);
    }

    public boolean isSuperuser() {
        return superuser;
    }

    /** CREATE ROLE without SUPERUSER, REPLICATION or BYPASSRLS. */
    public Verdict createRole() {
        if (superuser || snapshot.login().createRole()) {
            return Verdict.ALLOWED;
        }
        return lacking(login.shown() + " has no CREATEROLE", Sql.of("ALTER ROLE %I CREATEROLE", login));
    }

    /** GRANT role TO member, without ADMIN. A role that the member already holds, so that a circle would arise, is refused by the server. */
    public Verdict grantMembership(Name role, Name member) {
        if (role.equals(member) || graph.isGrantedMember(/* member= */ role, /* role= */ member)) {
            String circle =
                    role.shown() + " is itself a member of " + member.shown() + ", and memberships form no circle";
            return lacking(circle, Sql.of("REVOKE %I FROM %I", member, role));
        }
        return administer(role);
    }

    /** REVOKE role FROM a member, of a membership that the login may take back. */
    public Verdict revokeMembership(Name role) {
        return administer(role);
    }

    /** ALTER ROLE of an ordinary role's INHERIT: CREATEROLE, and from 16 ADMIN on the role as well. */
    public Verdict alterRole(Name role) {
        boolean guarded = snapshot.role(role)
                .map(found -> found.superuser() || !newRules() && found.replication())
                .orElse(false);
        if (superuser) {
            return Verdict.ALLOWED;
        }
        if (guarded) {
            return lacking("only a superuser may alter " + role.shown(), Sql.of("ALTER ROLE %I INHERIT", role));
        }
        if (!snapshot.login().createRole()) {
            return createRole();
        }
        return newRules() ? administer(role) : Verdict.ALLOWED;
    }

    /** DROP ROLE: CREATEROLE and from 16 ADMIN on it, a superuser for a superuser; nobody drops the login itself or the bootstrap superuser. */
    public Verdict dropRole(Name role) {
        if (role.equals(login)) {
            return lacking("a session cannot drop the role it is logged in as", Sql.of("DROP ROLE %I", role));
        }
        if (snapshot.bootstrapSuperuser()
                        .filter(found -> found.name().equals(role))
                        .isPresent()
                || RoleGraph.isPredefined(role)) {
            return lacking(role.shown() + " came with the server, which requires it", Sql.of("DROP ROLE %I", role));
        }
        if (superuser) {
            return Verdict.ALLOWED;
        }
        if (!snapshot.login().createRole()) {
            return createRole();
        }
        boolean guarded = snapshot.role(role).map(Role::superuser).orElse(false);
        if (guarded) {
            return lacking(
                    "only a superuser drops the superuser " + role.shown(), Sql.of("ALTER ROLE %I NOSUPERUSER", role));
        }
        return newRules() ? administer(role) : Verdict.ALLOWED;
    }

    /**
     * ALTER DATABASE … OWNER TO: the database's owner or a superuser, who may SET ROLE to the new owner and has CREATEDB. To the owner that it
     * has already, the server asks for nothing.
     */
    public Verdict changeDatabaseOwner(Name newOwner) {
        if (superuser || newOwner.equals(snapshot.database().owner())) {
            return Verdict.ALLOWED;
        }
        List<Lack> lacks = new ArrayList<>();
        Name owner = snapshot.database().owner();
        if (!graph.hasPrivilegesOf(login, owner)) {
            lacks.add(notTheOwner(owner));
        }
        if (!graph.maySetRole(login, newOwner)) {
            Sql grant = newRules()
                    ? Sql.of("GRANT %I TO %I WITH SET TRUE", newOwner, login)
                    : Sql.of("GRANT %I TO %I", newOwner, login);
            lacks.add(new Lack(login.shown() + " may not SET ROLE to " + newOwner.shown(), grant));
        }
        if (!snapshot.login().createDatabase()) {
            lacks.add(new Lack(login.shown() + " has no CREATEDB", Sql.of("ALTER ROLE %I CREATEDB", login)));
        }
        return new Verdict(lacks);
    }

    /** ALTER DEFAULT PRIVILEGES FOR ROLE creator: membership before 16, the creator's privileges (INHERIT) from 16 on. */
    public Verdict alterDefaultPrivileges(Name creator) {
        boolean allowed = newRules() ? graph.hasPrivilegesOf(login, creator) : graph.isMember(login, creator);
        if (superuser || allowed) {
            return Verdict.ALLOWED;
        }
        if (newRules()) {
            Sql grant = Sql.of("GRANT %I TO %I WITH INHERIT TRUE", creator, login);
            return lacking(login.shown() + " does not hold the privileges of " + creator.shown(), grant);
        }
        Sql grant = Sql.of("GRANT %I TO %I", creator, login);
        return lacking(login.shown() + " is not a member of " + creator.shown(), grant);
    }

    /** GRANT or REVOKE on an object: its owner, or a holder of grant options for all the privileges; and USAGE on its schema. */
    public Verdict grantOn(OwnedObject object, Collection<Privilege> privileges) {
        if (superuser) {
            return Verdict.ALLOWED;
        }
        List<Lack> lacks = new ArrayList<>();
        snapshot.schema(object.schema()).ifPresent(schema -> {
            if (!HeldPrivileges.of(graph, login, schema.owner(), schema.acl()).holds(Privilege.USAGE)) {
                Sql grant = Sql.of("GRANT USAGE ON SCHEMA %I TO %I", schema.name(), login);
                lacks.add(new Lack(
                        login.shown() + " has no USAGE on schema "
                                + schema.name().shown(),
                        grant));
            }
        });
        if (grantorOn(object, privileges).isEmpty()) {
            String what = login.shown() + " neither holds the privileges of "
                    + object.owner().shown() + ", who owns " + object.shown() + ", nor grant options on it";
            lacks.add(new Lack(what, membershipOf(object.owner())));
        }
        return new Verdict(lacks);
    }

    /** GRANT or REVOKE on a schema or the database: its owner, or a holder of grant options for all the privileges. */
    public Verdict grantOn(String shown, Name owner, List<AclItem> acl, Collection<Privilege> privileges) {
        if (grantorOn(owner, acl, privileges).isPresent()) {
            return Verdict.ALLOWED;
        }
        String what = login.shown() + " neither holds the privileges of " + owner.shown() + ", who owns " + shown
                + ", nor grant options on it";
        return lacking(what, membershipOf(owner));
    }

    /** As whom the server would record the login's GRANT; empty when it refuses. */
    public Optional<Name> grantorOn(Name owner, List<AclItem> acl, Collection<Privilege> privileges) {
        return superuser
                ? Optional.of(owner)
                : HeldPrivileges.of(graph, login, owner, acl).grantorOf(privileges);
    }

    /** SET ROLE, as who has to act as the one that granted must. */
    public Verdict actAs(Name role) {
        return superuser || graph.maySetRole(login, role)
                ? Verdict.ALLOWED
                : lacking(login.shown() + " may not SET ROLE to " + role.shown(), membershipOf(role));
    }

    /**
     * ALTER … OWNER TO of anything but schemas, databases and foreign-data wrappers: who holds the owner's privileges and may SET ROLE to the new owner, which has
     * CREATE on the schema; {@code inSchema} is null for what lies in none.
     */
    public Verdict changeOwner(String shown, Name owner, Name newOwner, @Nullable Name inSchema) {
        if (superuser) {
            return Verdict.ALLOWED;
        }
        List<Lack> lacks = new ArrayList<>();
        if (!graph.hasPrivilegesOf(login, owner)) {
            lacks.add(new Lack(
                    login.shown() + " does not own " + shown + "; " + owner.shown() + " does", membershipOf(owner)));
        }
        lacks.addAll(actAs(newOwner).lacks());
        if (inSchema != null) {
            snapshot.schema(inSchema).ifPresent(schema -> {
                if (!HeldPrivileges.of(graph, newOwner, schema.owner(), schema.acl())
                        .holds(Privilege.CREATE)) {
                    lacks.add(new Lack(
                            newOwner.shown() + " has no CREATE on schema "
                                    + schema.name().shown(),
                            Sql.of("GRANT CREATE ON SCHEMA %I TO %I", schema.name(), newOwner)));
                }
            });
        }
        return new Verdict(lacks);
    }

    /** ALTER SCHEMA … OWNER TO: there the login itself, not the new owner, needs CREATE on the database. */
    public Verdict changeSchemaOwner(Name schema, Name owner, Name newOwner) {
        if (superuser) {
            return Verdict.ALLOWED;
        }
        List<Lack> lacks = new ArrayList<>(
                changeOwner("schema " + schema.shown(), owner, newOwner, null).lacks());
        DatabaseEntry database = snapshot.database();
        if (!HeldPrivileges.of(graph, login, database.owner(), database.acl()).holds(Privilege.CREATE)) {
            lacks.add(new Lack(
                    login.shown() + " has no CREATE on database "
                            + database.name().shown(),
                    Sql.of("GRANT CREATE ON DATABASE %I TO %I", database.name(), login)));
        }
        return new Verdict(lacks);
    }

    /** ALTER FOREIGN DATA WRAPPER … OWNER TO: by a superuser to a superuser. */
    public Verdict changeWrapperOwner(String shown, Name newOwner) {
        if (!graph.isSuperuser(newOwner)) {
            return lacking(
                    "only a superuser can own " + shown + ", and " + newOwner.shown() + " is none",
                    Sql.of("ALTER ROLE %I SUPERUSER", newOwner));
        }
        return superuser
                ? Verdict.ALLOWED
                : lacking(
                        "only a superuser gives " + shown + " another owner", Sql.of("ALTER ROLE %I SUPERUSER", login));
    }

    /** As whom the server would record the login's GRANT of these privileges on the object; empty when it refuses. */
    public Optional<Name> grantorOn(OwnedObject object, Collection<Privilege> privileges) {
        return superuser
                ? Optional.of(object.owner())
                : HeldPrivileges.of(graph, login, object.owner(), object.acl()).grantorOf(privileges);
    }

    /**
     * As whom the server would record the login's GRANT of a membership: before 16 the login itself, from 16 on the bootstrap superuser for
     * a superuser, else the login or the nearest role whose privileges it inherits that has ADMIN (manual GRANT).
     */
    public Optional<Name> grantorOfMembership(Name role) {
        if (!newRules()) {
            return Optional.of(login);
        }
        return superuser ? snapshot.bootstrapSuperuser().map(Role::name) : graph.grantorFor(login, role);
    }

    private Verdict administer(Name role) {
        boolean guarded = snapshot.role(role).map(Role::superuser).orElse(false);
        if (superuser) {
            return Verdict.ALLOWED;
        }
        Sql grant = Sql.of("GRANT %I TO %I WITH ADMIN OPTION", role, login);
        if (guarded) {
            return lacking("only a superuser may grant or revoke the superuser " + role.shown(), grant);
        }
        boolean admin = newRules()
                ? graph.grantorFor(login, role).isPresent()
                : snapshot.login().createRole() || graph.isAdminOf(login, role);
        return admin ? Verdict.ALLOWED : lacking(login.shown() + " has no ADMIN option on " + role.shown(), grant);
    }

    private Lack notTheOwner(Name owner) {
        String what = login.shown() + " does not own database "
                + snapshot.database().name().shown() + "; " + owner.shown() + " does";
        boolean guarded = snapshot.role(owner).map(Role::superuser).orElse(false);
        Sql grant = guarded
                ? Sql.of("ALTER DATABASE %I OWNER TO %I", snapshot.database().name(), login)
                : membershipOf(owner);
        return new Lack(what, grant);
    }

    private Sql membershipOf(Name role) {
        return newRules()
                ? Sql.of("GRANT %I TO %I WITH INHERIT TRUE", role, login)
                : Sql.of("GRANT %I TO %I", role, login);
    }

    private boolean newRules() {
        return snapshot.server().version().hasMembershipOptions();
    }

    private static Verdict lacking(String what, Sql grant) {
        return new Verdict(List.of(new Lack(what, grant)));
    }
}
