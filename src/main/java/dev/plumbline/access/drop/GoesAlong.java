package dev.plumbline.access.drop;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleDependents;
import dev.plumbline.model.RoleSetting;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What ends with a role without being asked for: its memberships and settings; and its open sessions, which do not end. */
final class GoesAlong {
    private GoesAlong() {}

    static List<String> lines(AccessSnapshot snapshot, RoleDependents dependents) {
        Name role = dependents.role();
        List<String> lines = new ArrayList<>();
        long members = snapshot.catalog().memberships().stream()
                .filter(edge -> edge.role().equals(role))
                .count();
        long parents = snapshot.catalog().memberships().stream()
                .filter(edge -> edge.member().equals(role))
                .count();
        if (members + parents > 0) {
            lines.add(members + " memberships of others in it, and " + parents + " of it in others, end with it.");
        }
        snapshot.settings().stream()
                .filter(setting -> role.equals(setting.role()))
                .forEach(setting -> lines.add("Its settings go: " + settings(setting) + "."));
        dependents
                .sessions()
                .forEach(session -> lines.add(session.number() + " of its sessions "
                        + session.database()
                                .map(name -> "in database " + name.shown())
                                .orElse("outside any database")
                        + " would go on without a role: end them first."));
        return lines;
    }

    private static String settings(RoleSetting setting) {
        Name database = setting.database();
        return setting.settings().stream().map(Visible::text).collect(Collectors.joining(", "))
                + (database == null ? "" : " in database " + database.shown());
    }
}
