package dev.plumbline.access.why;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would turn a no into a yes: direct grants, or a membership in a role that may already; the fewest cells gained first. */
final class Fixes {
    private static final int SHOWN = 4;
    private final Situation situation;
    private final Question question;

    private Fixes(Situation situation, Question question) {
        this.situation = situation;
        this.question = question;
    }

    static List<Fix> of(Situation situation, Question question) {
        Fixes fixes = new Fixes(situation, question);
        List<Fix> found = new ArrayList<>();
        List<AccessChange> direct = fixes.connecting();
        direct.addAll(fixes.granting());
        if (!direct.isEmpty()) {
            found.add(fixes.fix("grant just what is missing to " + situation.shown(question.role()), direct)
                    .fix());
        }
        found.addAll(fixes.joining());
        return found.stream()
                .sorted(Comparator.comparingInt(fix -> fix.difference().cells()))
                .limit(SHOWN)
                .toList();
    }

    private List<AccessChange> connecting() {
        List<AccessChange> changes = new ArrayList<>();
        Role role = situation.snapshot().roles().role(question.role());
        if (situation.isCockroach()) {
            // CONNECT is no gate there.
            return changes;
        }
        situation
                .database()
                .filter(database -> role.login() && lacks(question.role(), database, Privilege.CONNECT))
                .ifPresent(database -> changes.add(grant(database, Privilege.CONNECT)));
        return changes;
    }

    private List<AccessChange> granting() {
        List<AccessChange> changes = new ArrayList<>();
        situation
                .closedSchema(question.role(), question.object())
                .ifPresent(schema -> changes.add(grant(schema, Privilege.USAGE)));
        if (!situation.holds(question.role(), question.object(), question.column(), question.privilege())) {
            changes.add(new GrantPrivileges(
                    question.object(), question.column(), question.role(), PrivilegeSet.of(question.privilege())));
        }
        return changes;
    }

    private GrantPrivileges grant(DatabaseObject object, Privilege privilege) {
        return new GrantPrivileges(object, null, question.role(), PrivilegeSet.of(privilege));
    }

    private boolean lacks(int role, DatabaseObject object, Privilege privilege) {
        return !situation.holds(role, object, privilege);
    }

    /** Roles that the object's own list names and that may already do all of it. */
    private List<Fix> joining() {
        List<Fix> found = new ArrayList<>();
        AccessList acl = question.object().effectiveAcl();
        List<Integer> tried = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (int entry = 0; entry < acl.size(); entry++) {
            named.add(acl.grantee(entry));
        }
        if (situation.isCockroach()) {
            // The owner holds everything there without an entry.
            named.add(question.object().owner());
        }
        for (int group : named) {
            if (!tried.contains(group) && isCandidate(group)) {
                tried.add(group);
                join(group).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean isCandidate(int group) {
        if (group == RoleIndex.PUBLIC
                || group == question.role()
                || !situation.snapshot().roles().isKnown(group)) {
            return false;
        }
        Role role = situation.snapshot().roles().role(group);
        boolean may = situation.holds(group, question.object(), question.column(), question.privilege())
                && situation.closedSchema(group, question.object()).isEmpty();
        boolean circle = situation.graph().isGrantedMember(role.name(), situation.name(question.role()));
        return may && !role.login() && !situation.closure().isSuperuser(group) && !circle;
    }

    private Optional<Fix> join(int group) {
        Name role = situation.name(group);
        Name member = situation.name(question.role());
        boolean options = situation.snapshot().version().hasMembershipOptions();
        boolean isMember = situation.graph().isGrantedMember(member, role);
        List<AccessChange> changes = new ArrayList<>(connecting());
        String sentence;
        if (isMember && !options && !situation.isCockroach()) {
            changes.add(new InheritByRole(member));
            sentence = "let " + member.shown() + " inherit what it is a member of, " + role.shown() + " among them";
        } else {
            changes.add(GrantRole.inheriting(role, member, GrantRole.recordedAs(situation.snapshot())));
            sentence = isMember
                    ? "let the membership in " + role.shown() + " pass its privileges on"
                    : "make it a member of " + role.shown() + ", which may already";
        }
        Tried tried = fix(sentence, changes);
        boolean may = tried.then().holds(question.role(), question.object(), question.column(), question.privilege());
        return may ? Optional.of(tried.fix()) : Optional.empty();
    }

    /** A fix, and the situation that it would lead to. */
    private record Tried(Fix fix, Holding then) {}

    /** Who holds what in a state; enough to see whether a fix helps. */
    private record Holding(EffectivePrivileges privileges) {
        boolean holds(int role, DatabaseObject object, @Nullable Column column, Privilege privilege) {
            PrivilegeRow row = privileges.row(object);
            long held = column == null
                    ? row.held(role)
                    : privileges.column(row, column).held(role);
            return (held & PrivilegeSet.bit(privilege)) != 0;
        }
    }

    private Tried fix(String sentence, List<AccessChange> changes) {
        List<Sql> statements = new ArrayList<>();
        AccessSnapshot state = situation.snapshot();
        for (AccessChange change : changes) {
            statements.addAll(change.statements(state));
            state = change.applyTo(state);
        }
        EffectivePrivileges then = situation.privileges().after(situation.snapshot(), state);
        PrivilegeDifference difference =
                PrivilegeDifference.between(situation.snapshot(), situation.privileges(), state, then);
        return new Tried(new Fix(sentence, changes, statements, difference), new Holding(then));
    }
}
