package dev.plumbline.access.why;

import dev.plumbline.access.Link;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All ways by which a role holds a privilege. */
final class Doors {
    private static final int PATHS = 20;
    private static final Map<String, PrivilegeSet> ON_RELATIONS = Map.of(
            "pg_read_all_data", PrivilegeSet.of(Privilege.SELECT),
            "pg_write_all_data", PrivilegeSet.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE),
            "pg_maintain", PrivilegeSet.of(Privilege.MAINTAIN));
    private static final Map<String, PrivilegeSet> ON_SCHEMAS = Map.of(
            "pg_read_all_data", PrivilegeSet.of(Privilege.USAGE),
            "pg_write_all_data", PrivilegeSet.of(Privilege.USAGE));

    private final Situation situation;
    private final Question question;
    private final List<Door> doors = new ArrayList<>();

    private Doors(Situation situation, Question question) {
        this.situation = situation;
        this.question = question;
    }

    static List<Door> of(Situation situation, Question question) {
        if (situation.isCockroach()) {
            return CockroachDoors.of(situation, question);
        }
        Doors found = new Doors(situation, question);
        found.superuser();
        found.entries(question.object().effectiveAcl(), null);
        Column column = question.column();
        if (column != null && column.acl() != null) {
            found.entries(column.acl(), column);
        }
        found.predefined();
        return found.doors;
    }

    private void superuser() {
        if (situation.closure().isSuperuser(question.role())) {
            doors.add(new Door(
                    Door.Kind.SUPERUSER,
                    situation.shown(question.role()) + " is a superuser, whom no privilege is checked for",
                    "SUPERUSER",
                    List.of(),
                    "Only ALTER ROLE … NOSUPERUSER closes it."));
        }
    }

    private void entries(AccessList acl, @Nullable Column column) {
        for (int at = 0; at < acl.size(); at++) {
            if ((acl.held(at) & PrivilegeSet.bit(question.privilege())) != 0) {
                entry(acl, at, column);
            }
        }
    }

    private void entry(AccessList acl, int at, @Nullable Column column) {
        int grantee = acl.grantee(at);
        String evidence = situation.entry(question.object(), acl, at);
        RevokePrivileges revoke = new RevokePrivileges(
                question.object(), column, grantee, acl.grantor(at), PrivilegeSet.of(question.privilege()));
        String note = revoke.needsTheGrantor()
                ? situation.shown(acl.grantor(at)) + " granted it: a REVOKE by the owner would change nothing."
                : "";
        if (grantee == RoleIndex.PUBLIC) {
            doors.add(new Door(Door.Kind.PUBLIC, "granted to PUBLIC, everybody", evidence, closing(revoke), note));
        } else if (grantee == question.role()) {
            boolean owner = grantee == question.object().owner();
            doors.add(new Door(
                    owner ? Door.Kind.OWNER : Door.Kind.DIRECT,
                    owner ? "owns " + question.object().shown() : "granted to it directly",
                    evidence,
                    closing(revoke),
                    note));
        } else if (situation.snapshot().roles().isKnown(grantee)) {
            memberships(grantee, evidence, revoke, note);
        }
    }

    /** A default that stands for NULL can be revoked too: the server then stores a list without it. A dropped grantor cannot be acted as. */
    private List<AccessChange> closing(RevokePrivileges revoke) {
        boolean possible = situation.snapshot().roles().isKnown(revoke.grantor()) || !revoke.needsTheGrantor();
        return possible ? List.of(revoke) : List.of();
    }

    private void memberships(int grantee, String evidence, RevokePrivileges revoke, String note) {
        boolean owner = grantee == question.object().owner();
        for (MembershipPath path :
                situation.graph().paths(situation.name(question.role()), situation.name(grantee), PATHS)) {
            if (path.inherits()) {
                List<AccessChange> closing = new ArrayList<>(closing(revoke));
                leaving(path.links().get(0)).ifPresent(leave -> closing.add(0, leave));
                doors.add(new Door(
                        owner ? Door.Kind.OWNER : Door.Kind.MEMBERSHIP,
                        "through " + path.shown() + (owner ? ", the owner" : ""),
                        evidence,
                        closing,
                        note));
            }
        }
    }

    /** Leaving the first role of a path; only where one grant makes the membership is one REVOKE enough. */
    static Optional<AccessChange> leaving(Link link) {
        List<Membership> grants = link.grants();
        if (link.implicit() || grants.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(
                new RevokeRole(link.role(), link.member(), grants.get(0).grantor()));
    }

    private void predefined() {
        DatabaseObject object = question.object();
        Map<String, PrivilegeSet> given = switch (object.kind()) {
            case RELATION, SEQUENCE -> ON_RELATIONS;
            case SCHEMA -> ON_SCHEMAS;
            default -> Map.of();
        };
        given.keySet().stream()
                .sorted()
                .filter(role -> given.getOrDefault(role, PrivilegeSet.NONE).has(question.privilege()))
                .forEach(this::predefined);
    }

    private void predefined(String role) {
        Integer number = situation.snapshot().roles().of(Name.of(role));
        boolean onCatalog =
                question.object().oid() < 12_000 && question.object().kind() == ObjectKind.RELATION;
        if (number == null || onCatalog && role.equals("pg_write_all_data")) {
            return;
        }
        Name member = situation.name(question.role());
        if (number == question.role()) {
            doors.add(new Door(Door.Kind.PREDEFINED_ROLE, "is " + role + " itself", role, List.of(), ""));
        }
        for (MembershipPath path : situation.graph().paths(member, Name.of(role), PATHS)) {
            if (path.inherits()) {
                doors.add(new Door(
                        Door.Kind.PREDEFINED_ROLE,
                        "through " + path.shown() + ", which comes with the server",
                        role,
                        leaving(path.links().get(0)).map(List::of).orElse(List.of()),
                        ""));
            }
        }
    }
}
