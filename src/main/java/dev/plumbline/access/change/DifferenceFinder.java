package dev.plumbline.access.change;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.access.RoleSet;
import dev.plumbline.access.change.PrivilegeDifference.Line;
import dev.plumbline.access.change.PrivilegeDifference.MembershipLine;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.ServerVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes a {@link PrivilegeDifference}: rows only where something moved, lines in the order of the later state's objects. */
final class DifferenceFinder {
    private final AccessSnapshot before;
    private final EffectivePrivileges then;
    private final AccessSnapshot after;
    private final EffectivePrivileges now;
    private final ChangedRoles roles;
    private final long compared;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable PrivilegeRow fewThen;
    private @Nullable PrivilegeRow fewNow;

    DifferenceFinder(AccessSnapshot before, EffectivePrivileges then, AccessSnapshot after, EffectivePrivileges now) {
        this.before = before;
        this.then = then;
        this.after = after;
        this.now = now;
        this.roles = new ChangedRoles(then.closure(), now.closure());
        this.compared = knownToBoth(before.version(), after.version());
    }

    /** What NULL stands for holds MAINTAIN here whatever the version; a server before 17 never writes it, which is no loss. */
    private static long knownToBoth(ServerVersion then, ServerVersion now) {
        boolean maintain = ObjectKind.RELATION.privileges(then).contains(Privilege.MAINTAIN)
                && ObjectKind.RELATION.privileges(now).contains(Privilege.MAINTAIN);
        return maintain ? ~0L : ~PrivilegeSet.bit(Privilege.MAINTAIN);
    }

    PrivilegeDifference find() {
        if (roles.haveSameNumbers() && PairedObjects.haveSamePlaces(before, after)) {
            compareInPlace();
        } else {
            new PairedObjects(before, after)
                    .list().stream().filter(this::mayDiffer).forEach(this::compare);
        }
        return new PrivilegeDifference(lines, roles.areAllSame() ? List.of() : memberships());
    }

    /** A change of grants or memberships leaves all but a few of thousands of objects the same ones: they are passed by before anything is made for them. */
    private void compareInPlace() {
        Set<Long> withColumns = columnsThatMayDiffer();
        PairedColumns columns = new PairedColumns(before, after);
        for (int at = 0; at < after.objects().size(); at++) {
            DatabaseObject was = before.objects().get(at);
            DatabaseObject is = after.objects().get(at);
            boolean relation = is.kind() == ObjectKind.RELATION;
            if (!was.equals(is) || roles.touch(is.owner(), is.acl()) || relation && withColumns.contains(is.oid())) {
                compare(columns.pair(was, is));
            }
        }
    }

    /** The oids of their relations. */
    private Set<Long> columnsThatMayDiffer() {
        Set<Long> relations = new HashSet<>();
        boolean same = before.columns().equals(after.columns());
        for (Column column : after.columns()) {
            if (!same || roles.reach(column.acl())) {
                relations.add(column.relation());
            }
        }
        if (!same) {
            before.columns().forEach(column -> relations.add(column.relation()));
        }
        return relations;
    }

    private boolean mayDiffer(PairedObjects.Pair pair) {
        if (!roles.haveSameNumbers() || !pair.was().equals(pair.is())) {
            return true;
        }
        DatabaseObject object = pair.is();
        return roles.touch(object.owner(), object.acl())
                || pair.columns().stream()
                        .anyMatch(column -> !column.was().equals(column.is())
                                || roles.touch(object.owner(), column.is().acl()));
    }

    private void compare(PairedObjects.Pair pair) {
        RoleSet only = isAsItWas(pair) ? roles.affected() : null;
        if (only != null) {
            compareFew(pair, only);
            return;
        }
        PrivilegeRow was = then.row(pair.was());
        PrivilegeRow is = now.row(pair.is());
        int first = lines.size();
        add(pair.is(), "", was, is, null, Map.of());
        if (pair.columns().isEmpty()) {
            return;
        }
        Map<Integer, Line> said = new HashMap<>();
        lines.subList(first, lines.size()).forEach(line -> said.put(line.role(), line));
        pair.columns()
                .forEach(column -> add(
                        pair.is(),
                        column.is().name().text(),
                        then.column(was, column.was()),
                        now.column(is, column.is()),
                        null,
                        said));
    }

    /** Thousands of objects may be touched by one membership, each for the same few roles: two rows do for all of them. */
    private void compareFew(PairedObjects.Pair pair, RoleSet only) {
        PrivilegeRow was = fewThen;
        PrivilegeRow is = fewNow;
        if (was == null || is == null) {
            was = then.row(pair.was(), only);
            is = now.row(pair.is(), only);
            fewThen = was;
            fewNow = is;
        } else {
            then.refill(was, pair.was());
            now.refill(is, pair.is());
        }
        add(pair.is(), "", was, is, only, Map.of());
    }

    /** Whatever changed for it then lies with roles and memberships. Columns with grants are few, and are looked at whole. */
    private boolean isAsItWas(PairedObjects.Pair pair) {
        return roles.haveSameNumbers() && pair.columns().isEmpty() && pair.was().equals(pair.is());
    }

    private void add(
            DatabaseObject object,
            String column,
            PrivilegeRow was,
            PrivilegeRow is,
            @Nullable RoleSet only,
            Map<Integer, Line> said) {
        add(object, column, was, is, RoleIndex.PUBLIC, said);
        if (only != null) {
            for (int role = only.next(0); role >= 0; role = only.next(role + 1)) {
                add(object, column, was, is, role, said);
            }
            return;
        }
        for (int role = 0; role < is.roles(); role++) {
            if (roles.before(role) >= RoleIndex.PUBLIC) {
                add(object, column, was, is, role, said);
            }
        }
    }

    private void add(
            DatabaseObject object,
            String column,
            PrivilegeRow was,
            PrivilegeRow is,
            int role,
            Map<Integer, Line> said) {
        int earlier = roles.before(role);
        long gained = is.held(role) & ~was.held(earlier) & compared;
        long lost = was.held(earlier) & ~is.held(role) & compared;
        long optionsGained = is.grantable(role) & ~was.grantable(earlier) & compared;
        long optionsLost = was.grantable(earlier) & ~is.grantable(role) & compared;
        if ((gained | lost | optionsGained | optionsLost) == 0) {
            return;
        }
        Line whole = said.get(role);
        if (whole != null) {
            gained &= ~whole.gained().bits();
            lost &= ~whole.lost().bits();
            optionsGained &= ~whole.optionsGained().bits();
            optionsLost &= ~whole.optionsLost().bits();
        }
        if ((gained | lost | optionsGained | optionsLost) != 0) {
            lines.add(new Line(
                    role,
                    object,
                    column,
                    new PrivilegeSet(gained),
                    new PrivilegeSet(lost),
                    new PrivilegeSet(optionsGained),
                    new PrivilegeSet(optionsLost)));
        }
    }

    private List<MembershipLine> memberships() {
        List<MembershipLine> changed = new ArrayList<>();
        for (int group = 0; group < now.closure().roles().known(); group++) {
            int groupBefore = roles.before(group);
            if (groupBefore >= 0 && roles.isChanged(group)) {
                membersOf(group, groupBefore, changed);
            }
        }
        return changed;
    }

    private void membersOf(int group, int groupBefore, List<MembershipLine> changed) {
        for (int member = 0; member < now.closure().roles().known(); member++) {
            int earlier = roles.before(member);
            boolean holds = now.closure().holdersOf(group).has(member);
            if (earlier >= 0 && then.closure().holdersOf(groupBefore).has(earlier) != holds) {
                changed.add(new MembershipLine(member, group, holds));
            }
        }
    }
}
