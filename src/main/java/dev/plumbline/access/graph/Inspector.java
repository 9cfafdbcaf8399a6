package dev.plumbline.access.graph;

import dev.plumbline.access.Link;
import dev.plumbline.access.graph.Inspection.Line;
import dev.plumbline.access.graph.Inspection.Section;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells all about a node: attributes, memberships both ways, what it owns and was granted, its default rules. */
public final class Inspector {
    private static final int MOST = 200;
    private final AccessGraph graph;
    private final int place;
    private final GraphNode node;

    private Inspector(AccessGraph graph, int place) {
        this.graph = graph;
        this.place = place;
        this.node = graph.nodes().get(place);
    }

    /** Empty when the graph has no such node. */
    public static Optional<Inspection> of(AccessGraph graph, String id) {
        return graph.place(id).map(place -> new Inspector(graph, place).inspect());
    }

    private Inspection inspect() {
        List<Section> sections = new ArrayList<>();
        Optional<Role> role = role();
        role.ifPresent(found -> {
            sections.add(new Section("Attributes", List.of(new Line(found.attributesShown(), "", ""))));
            sections.add(new Section("Member of", links(graph.roles().parentsOf(found.name()), true)));
            sections.add(new Section("Members", links(graph.roles().membersOf(found.name()), false)));
        });
        if (node.kind().isBundle()) {
            sections.add(new Section("Roles", bundled()));
        }
        sections.add(new Section("Owns", edges(EdgeKind.OWNERSHIP, true)));
        sections.add(new Section("Granted", edges(EdgeKind.GRANT, true)));
        role.ifPresent(found -> {
            sections.add(new Section("Default rules as creator", rules(found.name(), true)));
            sections.add(new Section("Default rules as grantee", rules(found.name(), false)));
        });
        sections.add(new Section("Owned by", edges(EdgeKind.OWNERSHIP, false)));
        sections.add(new Section("Granted to", edges(EdgeKind.GRANT, false)));
        sections.add(new Section("Objects", objects()));
        return new Inspection(node.shown(), node.detail(), sections);
    }

    private Optional<Role> role() {
        boolean one = !node.kind().isBundle()
                && node.roles().size() == 1
                && graph.snapshot().roles().isKnown(node.roles().get(0));
        return one ? Optional.of(graph.snapshot().roles().role(node.roles().get(0))) : Optional.empty();
    }

    private List<Line> links(List<Link> links, boolean up) {
        return cut(links.stream()
                .sorted(Comparator.comparing((Link link) -> up ? link.role() : link.member()))
                .map(link -> {
                    Name other = up ? link.role() : link.member();
                    return new Line(other.shown(), wordsOf(link), idOf(other));
                })
                .toList());
    }

    /** {@code INHERIT SET, granted by postgres}, once for each grantor. */
    public static String wordsOf(Link link) {
        if (link.implicit()) {
            return "by owning the database";
        }
        return link.grants().stream()
                .map(grant -> optionsOf(grant) + by(grant.grantor()))
                .collect(Collectors.joining("; "));
    }

    private static String optionsOf(Membership grant) {
        return new Link(grant.role(), grant.member(), List.of(grant), false).options();
    }

    private static String by(@org.jspecify.annotations.Nullable Name grantor) {
        return grantor == null ? "" : ", granted by " + grantor.shown();
    }

    private String idOf(Name role) {
        Integer number = graph.snapshot().roles().of(role);
        Optional<Integer> at = number == null ? Optional.empty() : graph.placeOfRole(number);
        return at.map(found -> graph.nodes().get(found).id()).orElse("");
    }

    private List<Line> bundled() {
        return cut(node.roles().stream()
                .map(number -> graph.snapshot().roles().role(number))
                .map(role -> new Line(role.name().shown(), role.attributesShown(), ""))
                .toList());
    }

    private List<Line> edges(EdgeKind kind, boolean leaving) {
        List<Line> lines = new ArrayList<>();
        for (int at : leaving ? graph.leaving(place) : graph.entering(place)) {
            GraphEdge edge = graph.edges().get(at);
            GraphNode other = leaving ? graph.to(edge) : graph.from(edge);
            if (edge.kind() == kind) {
                String words = kind == EdgeKind.GRANT ? edge.label() : "";
                lines.add(new Line(other.shown(), (words + standing(edge)).strip(), other.id()));
            }
        }
        return cut(lines);
    }

    private static String standing(GraphEdge edge) {
        return switch (edge.standing()) {
            case LIVE, AGREED -> "";
            case ADDED -> " declared, not in the catalog";
            case REMOVED -> " contradicts the declaration";
            case UNKNOWN -> " declared, could not be read";
        };
    }

    private List<Line> rules(Name role, boolean asCreator) {
        List<Line> lines = new ArrayList<>();
        for (DefaultPrivilege rule : graph.snapshot().catalog().defaultPrivileges()) {
            Name schema = rule.schema();
            String where = rule.type().word() + (schema == null ? " in any schema" : " in " + schema.shown());
            for (AclItem item : rule.acl()) {
                boolean wanted = asCreator
                        ? rule.creator().equals(role) && !item.grantee().is(role)
                        : item.grantee().is(role) && !rule.creator().equals(role);
                if (wanted) {
                    String who = asCreator
                            ? "to " + item.grantee().shown()
                            : "by " + rule.creator().shown();
                    lines.add(new Line(where, item.letters() + " " + who, ""));
                }
            }
        }
        return cut(lines);
    }

    private List<Line> objects() {
        GraphTarget target = node.target();
        if (target == null || target.type().isSingle()) {
            return List.of();
        }
        return cut(target.objects().stream()
                .sorted(Comparator.comparing(DatabaseObject::shown))
                .map(object -> new Line(
                        object.shown(), "of " + graph.snapshot().roles().shown(object.owner()), ""))
                .toList());
    }

    private static List<Line> cut(List<Line> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<Line> cut = new ArrayList<>(lines.subList(0, MOST));
        cut.add(new Line("and " + (lines.size() - MOST) + " more", "", ""));
        return cut;
    }
}
