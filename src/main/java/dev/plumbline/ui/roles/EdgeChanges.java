package dev.plumbline.ui.roles;

import dev.plumbline.access.Link;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.EdgeKind;
import dev.plumbline.access.graph.GraphEdge;
import dev.plumbline.access.graph.GraphNode;
import dev.plumbline.access.graph.Standing;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be changed about memberships, as changes to stage. */
final class EdgeChanges {
    private EdgeChanges() {}

    /** A membership that is there, or with {@code link} null one that is declared and is not. */
    record Edge(Name role, Name member, @Nullable Link link) {
        String shown() {
            return member.shown() + " → " + role.shown();
        }
    }

    /** A change to a membership, in words. */
    record Offer(String words, AccessChange change) {}

    /** The role that a node stands for alone; empty for bundles, targets and roles that are only declared. */
    static Optional<Name> role(AccessGraph graph, String id) {
        return graph.place(id)
                .map(graph.nodes()::get)
                .filter(node -> !node.kind().isBundle() && node.roles().size() == 1)
                .filter(node -> graph.snapshot().roles().isKnown(node.roles().get(0)))
                .map(node -> graph.snapshot().roles().role(node.roles().get(0)).name());
    }

    /** The memberships of a role both ways, what is declared and missing first. */
    static List<Edge> around(AccessGraph graph, String id) {
        Name role = role(graph, id).orElse(null);
        if (role == null) {
            return List.of();
        }
        List<Edge> edges = new ArrayList<>(missing(graph, id));
        graph.roles().parentsOf(role).stream().filter(link -> !link.implicit()).forEach(link -> edges.add(of(link)));
        graph.roles().membersOf(role).stream().filter(link -> !link.implicit()).forEach(link -> edges.add(of(link)));
        return edges;
    }

    static Edge of(Link link) {
        return new Edge(link.role(), link.member(), link);
    }

    private static List<Edge> missing(AccessGraph graph, String id) {
        List<Edge> missing = new ArrayList<>();
        for (GraphEdge edge : graph.edges()) {
            boolean declaredOnly = edge.kind() == EdgeKind.MEMBERSHIP && edge.standing() == Standing.ADDED;
            GraphNode from = graph.from(edge);
            GraphNode to = graph.to(edge);
            if (declaredOnly && (from.id().equals(id) || to.id().equals(id))) {
                Optional<Name> member = role(graph, from.id());
                Optional<Name> role = role(graph, to.id());
                if (member.isPresent() && role.isPresent()) {
                    missing.add(new Edge(role.get(), member.get(), null));
                }
            }
        }
        return missing;
    }

    static List<Offer> offers(AccessSnapshot snapshot, Edge edge) {
        Link link = edge.link();
        if (link == null) {
            return List.of(join(snapshot, edge.role(), edge.member()));
        }
        List<Offer> offers = new ArrayList<>();
        offers.add(end(snapshot, edge));
        if (snapshot.version().hasMembershipOptions()) {
            options(snapshot, link, offers);
        } else if (!link.inherit()) {
            offers.add(new Offer(
                    Texts.get("roles.stage.inheritRole", edge.member().shown()), new InheritByRole(edge.member())));
        }
        return offers;
    }

    static Offer join(AccessSnapshot snapshot, Name role, Name member) {
        return new Offer(
                Texts.get("roles.stage.join", member.shown(), role.shown()),
                GrantRole.inheriting(role, member, GrantRole.recordedAs(snapshot)));
    }

    /** A planned leave ends every grant of the membership, whoever granted it, so the grantor is left open. */
    private static Offer end(AccessSnapshot snapshot, Edge edge) {
        boolean options = snapshot.version().hasMembershipOptions();
        List<Membership> grants = edge.link() == null ? List.of() : edge.link().grants();
        Name only = options && grants.size() == 1 ? grants.get(0).grantor() : null;
        return new Offer(Texts.get("roles.stage.end"), new RevokeRole(edge.role(), edge.member(), only));
    }

    /**
     * Turning an option on works by one more grant; turning it off only where the one grant there is was recorded as a new one would be: another
     * grantor's grant would keep it on.
     */
    private static void options(AccessSnapshot snapshot, Link link, List<Offer> offers) {
        Name grantor = GrantRole.recordedAs(snapshot);
        List<Membership> grants = link.grants();
        boolean mine = grants.size() == 1 && grantor.equals(grants.get(0).grantor());
        if (!link.inherit()) {
            offers.add(option("roles.stage.inherit", link, grantor, true, link.set()));
        } else if (mine) {
            offers.add(option("roles.stage.noinherit", link, grantor, false, link.set()));
        }
        if (!link.set()) {
            offers.add(option("roles.stage.set", link, grantor, link.inherit(), true));
        } else if (mine) {
            offers.add(option("roles.stage.noset", link, grantor, link.inherit(), false));
        }
    }

    private static Offer option(String key, Link link, Name grantor, boolean inherit, boolean set) {
        return new Offer(Texts.get(key), new GrantRole(link.role(), link.member(), grantor, inherit, set));
    }

    /** The roles that this one could join: not itself, not what it is in already, not what is in it. */
    static List<Name> joinable(AccessSnapshot snapshot, RoleGraph graph, Name member) {
        return snapshot.catalog().roles().stream()
                .map(Role::name)
                .filter(role -> !role.equals(member)
                        && !graph.isGrantedMember(/* member= */ role, /* role= */ member)
                        && graph.parentsOf(member).stream()
                                .noneMatch(link -> link.role().equals(role)))
                .sorted()
                .toList();
    }
}
