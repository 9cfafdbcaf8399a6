package dev.plumbline.access.change;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gains and who loses what between two states of the same roles: lines of one role and one object or column, and memberships. A column is named only for what
 * its relation's own line does not say. Grant options count as gained or lost like the privileges.
 */
public record PrivilegeDifference(List<Line> lines, List<MembershipLine> memberships) {
    public PrivilegeDifference {
        lines = List.copyOf(lines);
        memberships = List.copyOf(memberships);
    }

    /** {@code column} is empty for the object itself; {@code role} -1 is PUBLIC. */
    public record Line(
            int role,
            DatabaseObject object,
            String column,
            PrivilegeSet gained,
            PrivilegeSet lost,
            PrivilegeSet optionsGained,
            PrivilegeSet optionsLost) {
        /** How many cells of the matrix this line is. */
        public int cells() {
            return Long.bitCount(gained.bits())
                    + Long.bitCount(lost.bits())
                    + Long.bitCount(optionsGained.bits())
                    + Long.bitCount(optionsLost.bits());
        }
    }

    /** The member holds the role's privileges now, or no more. */
    public record MembershipLine(int member, int role, boolean gained) {}

    public boolean isEmpty() {
        return lines.isEmpty() && memberships.isEmpty();
    }

    public int cells() {
        return lines.stream().mapToInt(Line::cells).sum() + memberships.size();
    }

    public boolean anybodyLoses() {
        return lines.stream()
                        .anyMatch(line ->
                                !line.lost().isEmpty() || !line.optionsLost().isEmpty())
                || memberships.stream().anyMatch(line -> !line.gained());
    }

    public static PrivilegeDifference between(AccessSnapshot before, AccessSnapshot after) {
        return between(before, EffectivePrivileges.of(before), after, EffectivePrivileges.of(after));
    }

    /** Objects are paired by their place: the two states hold the same ones. */
    public static PrivilegeDifference between(
            AccessSnapshot before, EffectivePrivileges then, AccessSnapshot after, EffectivePrivileges now) {
        boolean sameRoles =
                before.catalog().memberships().equals(after.catalog().memberships())
                        && before.catalog().roles().equals(after.catalog().roles());
        List<Line> lines = new ArrayList<>();
        Map<Long, List<Column>> columnsThen = before.columnsByRelation();
        Map<Long, List<Column>> columnsNow = after.columnsByRelation();
        for (int at = 0; at < before.objects().size(); at++) {
            DatabaseObject was = before.objects().get(at);
            DatabaseObject is = after.objects().get(at);
            List<Column> wereColumns = columnsThen.getOrDefault(was.oid(), List.of());
            List<Column> areColumns = columnsNow.getOrDefault(is.oid(), List.of());
            if (!sameRoles || !was.equals(is) || !wereColumns.equals(areColumns)) {
                PrivilegeRow rowThen = then.row(was);
                PrivilegeRow rowNow = now.row(is);
                add(lines, is, "", rowThen, rowNow, new HashMap<>());
                columns(lines, is, then, rowThen, wereColumns, now, rowNow, areColumns);
            }
        }
        return new PrivilegeDifference(lines, sameRoles ? List.of() : memberships(then, now));
    }

    private static void columns(
            List<Line> lines,
            DatabaseObject object,
            EffectivePrivileges then,
            PrivilegeRow rowThen,
            List<Column> were,
            EffectivePrivileges now,
            PrivilegeRow rowNow,
            List<Column> are) {
        for (int at = 0; at < Math.min(were.size(), are.size()); at++) {
            if (were.get(at).acl() != null || are.get(at).acl() != null) {
                Map<Integer, Line> said = new HashMap<>();
                lines.stream()
                        .filter(line ->
                                line.object().equals(object) && line.column().isEmpty())
                        .forEach(line -> said.put(line.role(), line));
                add(
                        lines,
                        object,
                        are.get(at).name().text(),
                        then.column(rowThen, were.get(at)),
                        now.column(rowNow, are.get(at)),
                        said);
            }
        }
    }

    private static void add(
            List<Line> lines,
            DatabaseObject object,
            String column,
            PrivilegeRow then,
            PrivilegeRow now,
            Map<Integer, Line> said) {
        for (int role = RoleIndex.PUBLIC; role < now.roles(); role++) {
            long gained = now.held(role) & ~then.held(role);
            long lost = then.held(role) & ~now.held(role);
            long optionsGained = now.grantable(role) & ~then.grantable(role);
            long optionsLost = then.grantable(role) & ~now.grantable(role);
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
    }

    private static List<MembershipLine> memberships(EffectivePrivileges then, EffectivePrivileges now) {
        List<MembershipLine> lines = new ArrayList<>();
        for (int role = 0; role < now.closure().roles().known(); role++) {
            for (int member = 0; member < now.closure().roles().known(); member++) {
                boolean held = then.closure().holdersOf(role).has(member);
                boolean holds = now.closure().holdersOf(role).has(member);
                if (held != holds) {
                    lines.add(new MembershipLine(member, role, holds));
                }
            }
        }
        return lines;
    }
}
