package dev.plumbline.access.change;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.ObjectName;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.PrivilegeSet;
import java.util.List;

/**
 * Who gains and who loses what between two states: lines of one role and one object or column, and memberships. A column is named only for what
 * its relation's own line does not say. Grant options count as gained or lost like the privileges. Roles are numbers of the later state.
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
        return between(before, EffectivePrivileges.of(before), after);
    }

    /** The same where what the earlier state comes to is known. */
    public static PrivilegeDifference between(AccessSnapshot before, EffectivePrivileges then, AccessSnapshot after) {
        return between(before, then, after, then.after(before, after));
    }

    /**
     * Roles are paired by name. Objects are paired by place where both states hold the same ones, else by {@link ObjectName}; what only one of the states holds, a role
     * or an object, has no line: there is nothing to compare it with.
     */
    public static PrivilegeDifference between(
            AccessSnapshot before, EffectivePrivileges then, AccessSnapshot after, EffectivePrivileges now) {
        return new DifferenceFinder(before, then, after, now).find();
    }
}
