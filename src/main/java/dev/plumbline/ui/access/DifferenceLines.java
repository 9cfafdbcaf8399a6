package dev.plumbline.ui.access;

import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who gains and who loses what, one sentence each: memberships first, then privileges. */
public final class DifferenceLines {
    private DifferenceLines() {}

    public record Line(boolean gained, String sentence) {}

    public static List<Line> of(PrivilegeDifference difference, AccessSnapshot snapshot) {
        List<Line> lines = new ArrayList<>();
        difference
                .memberships()
                .forEach(line -> lines.add(new Line(
                        line.gained(),
                        Texts.get(
                                line.gained() ? "why.gains.role" : "why.loses.role",
                                snapshot.roles().shown(line.member()),
                                snapshot.roles().shown(line.role())))));
        for (PrivilegeDifference.Line line : difference.lines()) {
            String where =
                    line.object().shown() + (line.column().isEmpty() ? "" : " (" + Visible.text(line.column()) + ")");
            String who = snapshot.roles().shown(line.role());
            add(lines, true, "why.gains", who, line.gained(), where);
            add(lines, false, "why.loses", who, line.lost(), where);
            add(lines, true, "why.gains.option", who, line.optionsGained(), where);
            add(lines, false, "why.loses.option", who, line.optionsLost(), where);
        }
        return lines;
    }

    private static void add(
            List<Line> lines, boolean gained, String key, String who, PrivilegeSet privileges, String where) {
        if (!privileges.isEmpty()) {
            String words = privileges.list().stream().map(one -> one.word()).collect(Collectors.joining(", "));
            lines.add(new Line(gained, Texts.get(key, who, words, where)));
        }
    }
}
