package dev.plumbline.access.change;

import dev.plumbline.model.Grantee;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PrivilegeDifference} by names instead of the numbers of one state, so that what was modelled and what was measured can be laid beside each other. Each
 * line says one thing: who gains or loses which privileges, or the right to grant them, or another role's privileges.
 */
public record NamedDifference(List<Line> lines) {
    public NamedDifference {
        lines = List.copyOf(lines);
    }

    /**
     * @param ofRole for a membership: whose privileges the role holds now or no more; else null
     * @param kind of the object, null for a membership
     * @param oid of the object, 0 for a membership
     */
    public record Line(
            Grantee role,
            boolean gained,
            boolean option,
            PrivilegeSet privileges,
            @Nullable Grantee ofRole,
            @Nullable ObjectKind kind,
            long oid,
            String object,
            String column) {
        /** Who gains (+) or loses (-) what. */
        public String sentence() {
            String begin = (gained ? "+ " : "- ") + role.shown();
            if (ofRole != null) {
                return begin + " holds the privileges of " + ofRole.shown();
            }
            String on = object + (column.isEmpty() ? "" : " (" + Visible.text(column) + ")");
            String may = option ? gained ? " may grant" : " may no more grant" : "";
            return begin + may + " " + privileges + " on " + on;
        }

        /** How many cells of the matrix this line is. */
        public int cells() {
            return ofRole != null ? 1 : Long.bitCount(privileges.bits());
        }
    }

    public static NamedDifference of(PrivilegeDifference difference, RoleIndex roles) {
        List<Line> lines = new ArrayList<>();
        difference
                .memberships()
                .forEach(line -> lines.add(new Line(
                        roles.grantee(line.member()),
                        line.gained(),
                        false,
                        PrivilegeSet.NONE,
                        roles.grantee(line.role()),
                        null,
                        0,
                        "",
                        "")));
        difference.lines().forEach(line -> {
            Grantee role = roles.grantee(line.role());
            add(lines, role, line, true, false, line.gained());
            add(lines, role, line, false, false, line.lost());
            add(lines, role, line, true, true, line.optionsGained());
            add(lines, role, line, false, true, line.optionsLost());
        });
        return new NamedDifference(lines);
    }

    private static void add(
            List<Line> lines,
            Grantee role,
            PrivilegeDifference.Line from,
            boolean gained,
            boolean option,
            PrivilegeSet privileges) {
        if (!privileges.isEmpty()) {
            lines.add(new Line(
                    role,
                    gained,
                    option,
                    privileges,
                    null,
                    from.object().kind(),
                    from.object().oid(),
                    from.object().shown(),
                    from.column()));
        }
    }

    public int cells() {
        return lines.stream().mapToInt(Line::cells).sum();
    }

    /** The lines that the other lacks, in this one's order. */
    public List<Line> without(NamedDifference other) {
        Set<Line> left = new LinkedHashSet<>(lines);
        left.removeAll(new LinkedHashSet<>(other.lines));
        return List.copyOf(left);
    }

    /** Whether both say the same, in whatever order. */
    public boolean saysTheSameAs(NamedDifference other) {
        return without(other).isEmpty() && other.without(this).isEmpty();
    }
}
