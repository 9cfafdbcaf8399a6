package dev.plumbline.access.why;

import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.Name;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * All ways by which a role holds a privilege on CockroachDB: {@code root} and {@code admin} with its members, the owner with its members, what was granted to it, to
 * a role it is in, or to PUBLIC. Every membership passes on, grantors are not kept, and there are no predefined roles (CockroachDB v25.1, Authorization).
 */
final class CockroachDoors {
    private static final int PATHS = 20;
    private static final Name ADMIN = Name.of("admin");
    private static final Name ROOT = Name.of("root");
    private static final String NEVER_CLOSED = "Nothing closes it: root and admin hold everything always.";

    private final Situation situation;
    private final Question question;
    private final List<Door> doors = new ArrayList<>();

    private CockroachDoors(Situation situation, Question question) {
        this.situation = situation;
        this.question = question;
    }

    static List<Door> of(Situation situation, Question question) {
        CockroachDoors found = new CockroachDoors(situation, question);
        found.admin();
        found.owner();
        AccessList acl = question.object().effectiveAcl();
        for (int at = 0; at < acl.size(); at++) {
            if ((acl.held(at) & PrivilegeSet.bit(question.privilege())) != 0) {
                found.entry(acl, at);
            }
        }
        return found.doors;
    }

    /** What is granted to these two says nothing: they hold it without. */
    private boolean isAlwaysAll(int role) {
        return situation.snapshot().roles().isKnown(role)
                && (situation.name(role).equals(ADMIN) || situation.name(role).equals(ROOT));
    }

    private void admin() {
        Name member = situation.name(question.role());
        if (isAlwaysAll(question.role())) {
            String sentence = "is " + member.shown() + ", which holds everything always";
            doors.add(new Door(Door.Kind.SUPERUSER, sentence, member.shown(), List.of(), NEVER_CLOSED));
            return;
        }
        List<MembershipPath> ways = situation.graph().paths(member, ADMIN, PATHS);
        if (ways.isEmpty() && situation.closure().isSuperuser(question.role())) {
            String sentence = "is told as a superuser by the server; the way to admin was not read";
            doors.add(new Door(Door.Kind.SUPERUSER, sentence, "rolsuper", List.of(), ""));
        }
        for (MembershipPath path : ways) {
            doors.add(new Door(
                    Door.Kind.SUPERUSER,
                    "through " + path.shown() + ", which holds everything always",
                    ADMIN.shown(),
                    leaving(path),
                    ""));
        }
    }

    private void owner() {
        int owner = question.object().owner();
        if (!situation.snapshot().roles().isKnown(owner) || isAlwaysAll(owner) && owner != question.role()) {
            return;
        }
        String evidence = "owner " + situation.shown(owner);
        String note = "A REVOKE takes nothing from the owner: only another owner closes it.";
        if (owner == question.role()) {
            doors.add(new Door(Door.Kind.OWNER, "owns " + question.object().shown(), evidence, List.of(), note));
            return;
        }
        for (MembershipPath path : paths(owner)) {
            doors.add(new Door(
                    Door.Kind.OWNER, "through " + path.shown() + ", the owner", evidence, leaving(path), note));
        }
    }

    private void entry(AccessList acl, int at) {
        int grantee = acl.grantee(at);
        if (grantee == question.object().owner() || isAlwaysAll(grantee)) {
            return;
        }
        String evidence = situation.entry(question.object(), acl, at);
        RevokePrivileges revoke = new RevokePrivileges(
                question.object(), null, grantee, acl.grantor(at), PrivilegeSet.of(question.privilege()));
        if (grantee == RoleIndex.PUBLIC) {
            doors.add(new Door(Door.Kind.PUBLIC, "granted to public, everybody", evidence, List.of(revoke), ""));
        } else if (grantee == question.role()) {
            doors.add(new Door(Door.Kind.DIRECT, "granted to it directly", evidence, List.of(revoke), ""));
        } else if (situation.snapshot().roles().isKnown(grantee)) {
            for (MembershipPath path : paths(grantee)) {
                List<AccessChange> closing = new ArrayList<>(leaving(path));
                closing.add(revoke);
                doors.add(new Door(Door.Kind.MEMBERSHIP, "through " + path.shown(), evidence, closing, ""));
            }
        }
    }

    private List<MembershipPath> paths(int role) {
        return situation.graph().paths(situation.name(question.role()), situation.name(role), PATHS);
    }

    private static List<AccessChange> leaving(MembershipPath path) {
        return Doors.leaving(path.links().get(0)).map(List::of).orElse(List.of());
    }
}
