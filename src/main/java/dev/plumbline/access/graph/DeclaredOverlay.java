package dev.plumbline.access.graph;

import dev.plumbline.access.Link;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.util.Optional;

/**
 * Marks what the ownership model declares: the owner role, the app user that inherits from it, and who owns the database. What a gap of the reading
 * could hide is unknown, not missing.
 */
final class DeclaredOverlay {
    private final GraphDraft draft;

    private DeclaredOverlay(GraphDraft draft) {
        this.draft = draft;
    }

    static void lay(GraphDraft draft, OwnershipModel declared) {
        DeclaredOverlay overlay = new DeclaredOverlay(draft);
        if (declared instanceof OwnershipModel.Auto auto && !auto.namesCollide()) {
            OwnershipModel.Auto stored =
                    auto.asStoredOn(draft.snapshot().catalog().server().version());
            overlay.roles(stored.ownerRole(), stored.appUser());
            overlay.databaseOwner(stored.ownerRole());
        } else if (declared instanceof OwnershipModel.DefaultPrivilegesOff off) {
            overlay.roles(off.ownerRole(), off.appUser());
        } else if (declared instanceof OwnershipModel.Direct direct) {
            overlay.role(direct.owner(), NodeKind.OWNER, "declared owner");
            overlay.databaseOwner(direct.owner());
        }
    }

    private void roles(Name owner, Name app) {
        String to = role(owner, NodeKind.OWNER, "owner role");
        String from = role(app, NodeKind.LOGIN, "login");
        RoleGraph roles = draft.roles();
        Optional<MembershipPath> inheriting = roles.inheritingPath(app, owner);
        if (inheriting.isPresent()) {
            inheriting.get().links().forEach(link -> draft.standEdge(idOf(link), Standing.AGREED));
            return;
        }
        draft.standEdge(GraphDraft.edgeId(EdgeKind.MEMBERSHIP, from, to), Standing.REMOVED);
        roles.shortestPath(owner, app)
                .ifPresent(circle -> circle.links().forEach(link -> draft.standEdge(idOf(link), Standing.REMOVED)));
        draft.edge(
                EdgeKind.MEMBERSHIP,
                from,
                to,
                GraphEdge.options(true, true, false),
                null,
                missing(Gap.MEMBERSHIPS, Gap.ROLES));
    }

    private String role(Name name, NodeKind kind, String words) {
        String id = "role:" + name.text();
        if (draft.has(id) && draft.snapshot().roles().of(name) != null) {
            draft.stand(id, Standing.AGREED);
            return id;
        }
        Standing standing = missing(Gap.ROLES);
        String detail = words + (standing == Standing.ADDED ? " · not in catalog" : " · could not be read");
        draft.declaredRole(name, kind, detail, standing);
        draft.stand(id, standing);
        return id;
    }

    private void databaseOwner(Name owner) {
        String database = "target:" + TargetType.DATABASE.words() + ":"
                + draft.snapshot().catalog().database().name().text();
        String wanted = "role:" + owner.text();
        if (draft.standEdge(GraphDraft.edgeId(EdgeKind.OWNERSHIP, wanted, database), Standing.AGREED)) {
            draft.stand(database, Standing.AGREED);
            return;
        }
        Standing standing = missing(Gap.DATABASE, "databases");
        if (standing == Standing.ADDED) {
            draft.entering(EdgeKind.OWNERSHIP, database).forEach(edge -> draft.standEdge(edge.id(), Standing.REMOVED));
        }
        draft.edge(EdgeKind.OWNERSHIP, wanted, database, "owns", null, standing);
        draft.stand(database, Standing.AGREED);
    }

    private Standing missing(String... subjects) {
        return draft.snapshot().catalog().gapAbout(subjects).isPresent() ? Standing.UNKNOWN : Standing.ADDED;
    }

    private static String idOf(Link link) {
        return GraphDraft.edgeId(
                EdgeKind.MEMBERSHIP,
                "role:" + link.member().text(),
                "role:" + link.role().text());
    }
}
