package dev.plumbline.access.graph;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.TreeSet;

/** Who effectively holds a privilege on an object, by whatever way. */
final class HolderSearch {
    private HolderSearch() {}

    static Found find(AccessGraph graph, EffectivePrivileges privileges, String asked) {
        String[] parts = asked.strip().split("\\s+", 2);
        if (parts.length < 2 || parts[0].isEmpty()) {
            return Found.nothing("Write it as can:select schema.table.");
        }
        Privilege privilege = Privilege.ofWord(parts[0]);
        if (privilege.letter() == '?') {
            return Found.nothing("There is no privilege “" + Visible.text(parts[0]) + "”.");
        }
        List<NamedObjects.At> objects = NamedObjects.of(graph, parts[1]);
        if (objects.isEmpty()) {
            return Found.nothing("There is no object “" + Visible.text(parts[1]) + "”.");
        }
        List<NamedObjects.At> taking = objects.stream()
                .filter(at -> at.object().kind().all().has(privilege))
                .toList();
        if (taking.isEmpty()) {
            return Found.nothing(privilege.word() + " is no privilege on "
                    + objects.get(0).object().shown() + ".");
        }
        Lights lights = new Lights(graph);
        TreeSet<Integer> holders = new TreeSet<>();
        for (NamedObjects.At at : taking) {
            lights.node(at.place());
            PrivilegeRow row = privileges.row(at.object());
            for (int role = RoleIndex.PUBLIC; role < graph.snapshot().roles().known(); role++) {
                if ((row.held(role) & PrivilegeSet.bit(privilege)) != 0) {
                    lights.role(role);
                    holders.add(role);
                }
            }
        }
        lights.edgesAmong();
        boolean everybody = holders.remove(RoleIndex.PUBLIC);
        String what = privilege.word() + " "
                + (taking.size() == 1
                        ? taking.get(0).object().shown()
                        : taking.size() + " objects named " + Visible.text(parts[1]));
        String who = everybody ? "Everybody may " : RoleWords.counted(holders.size(), "role") + " may ";
        return lights.found(List.of(), who + what + ".");
    }
}
