package dev.plumbline.access.graph;

import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.RoleIndex;
import java.util.List;

/** Makes the nodes of roles, of PUBLIC, and of grantees and owners that are not among the roles read. */
final class RoleNodes {
    private final AccessSnapshot snapshot;
    private final RoleGraph roles;
    private final RoleWords words;

    RoleNodes(AccessSnapshot snapshot, RoleGraph roles, RoleWords words) {
        this.snapshot = snapshot;
        this.roles = roles;
        this.words = words;
    }

    GraphNode of(Name name) {
        Integer number = snapshot.roles().of(name);
        return number != null ? of(number) : unread("role:" + name.text(), name.text(), "not read");
    }

    GraphNode of(int number) {
        if (number == RoleIndex.PUBLIC) {
            return new GraphNode(
                    "public", NodeKind.PUBLIC, "PUBLIC", "every role", false, List.of(number), null, Standing.LIVE);
        }
        if (!snapshot.roles().isKnown(number)) {
            Grantee grantee = snapshot.roles().grantee(number);
            Name name = grantee.role();
            return name != null
                    ? of(name)
                    : unread("oid:" + grantee.danglingOid(), grantee.shown(), "no role bears this oid");
        }
        Name name = snapshot.roles().role(number).name();
        return new GraphNode(
                "role:" + name.text(),
                words.kind(number),
                name.text(),
                words.detail(number),
                roles.isSuperuser(name),
                List.of(number),
                null,
                Standing.LIVE);
    }

    private static GraphNode unread(String id, String name, String detail) {
        return new GraphNode(id, NodeKind.UNREAD, name, detail, false, List.of(), null, Standing.LIVE);
    }
}
