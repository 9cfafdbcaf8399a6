package dev.plumbline.access.graph;

import dev.plumbline.access.MembershipPath;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** All ways from one role to another, or to the roles that own an object or were granted something on it. */
public final class PathSearch {
    /** More ways than these nobody reads; a dense graph has more than any machine could list. */
    public static final int MOST = 50;

    private PathSearch() {}

    static Found find(AccessGraph graph, String asked) {
        String[] ends = asked.split("->|→", 2);
        if (ends.length < 2 || ends[0].isBlank() || ends[1].isBlank()) {
            return Found.nothing("Write it as path:member->role.");
        }
        Optional<Name> from = role(graph, ends[0].strip());
        if (from.isEmpty()) {
            return Found.nothing("There is no role “" + Visible.text(ends[0].strip()) + "”.");
        }
        Optional<Name> to = role(graph, ends[1].strip());
        if (to.isPresent()) {
            return between(graph, from.get(), to.get());
        }
        List<NamedObjects.At> objects = NamedObjects.of(graph, ends[1].strip());
        return objects.isEmpty()
                ? Found.nothing("There is no role and no object “" + Visible.text(ends[1].strip()) + "”.")
                : toObjects(graph, from.get(), objects);
    }

    /** All ways between two roles, whichever is the member of the other. */
    public static Found eitherWay(AccessGraph graph, Name one, Name other) {
        Found forth = between(graph, one, other);
        return forth.paths().isEmpty() ? between(graph, other, one) : forth;
    }

    private static Found between(AccessGraph graph, Name from, Name to) {
        Lights lights = new Lights(graph);
        lights.placeOf(from).ifPresent(lights::node);
        lights.placeOf(to).ifPresent(lights::node);
        List<MembershipPath> paths = graph.roles().paths(from, to, MOST);
        paths.forEach(lights::path);
        return lights.found(paths, words(graph, from, to.shown(), paths));
    }

    private static Found toObjects(AccessGraph graph, Name from, List<NamedObjects.At> objects) {
        Lights lights = new Lights(graph);
        lights.placeOf(from).ifPresent(lights::node);
        List<MembershipPath> paths = new ArrayList<>();
        TreeSet<Integer> places = new TreeSet<>();
        objects.forEach(at -> places.add(at.place()));
        boolean direct = false;
        for (int place : places) {
            lights.node(place);
            for (int edge : graph.entering(place)) {
                int holder = graph.edges().get(edge).from();
                for (int number : graph.nodes().get(holder).roles()) {
                    Optional<Name> name = graph.snapshot().roles().isKnown(number)
                            ? Optional.of(graph.snapshot().roles().role(number).name())
                            : Optional.empty();
                    List<MembershipPath> ways = name.filter(role -> !role.equals(from))
                            .map(role -> graph.roles().paths(from, role, MOST))
                            .orElse(List.of());
                    boolean own = name.filter(from::equals).isPresent();
                    direct |= own;
                    ways.forEach(lights::path);
                    paths.addAll(ways);
                    if (own || !ways.isEmpty()) {
                        lights.edgesBetween(holder, place);
                    }
                }
            }
        }
        paths.sort(Comparator.comparing((MembershipPath path) -> path.links().size())
                .thenComparing(MembershipPath::shown));
        String object = objects.get(0).object().shown();
        String words = words(graph, from, object, paths);
        return lights.found(paths, direct ? from.shown() + " holds " + object + " itself. " + words : words);
    }

    private static String words(AccessGraph graph, Name from, String to, List<MembershipPath> paths) {
        String superuser = graph.roles().isSuperuser(from) ? " As superuser it needs none." : "";
        if (paths.isEmpty()) {
            return "No membership leads from " + from.shown() + " to " + to + "." + superuser;
        }
        String count = paths.size() >= MOST ? "At least " + MOST + " paths" : RoleWords.counted(paths.size(), "path");
        return count + " from " + from.shown() + " to " + to + "." + superuser;
    }

    /** The role of exactly this name, else the only one that holds it. */
    private static Optional<Name> role(AccessGraph graph, String typed) {
        String name = GraphSearch.unquoted(typed);
        List<Name> roles =
                graph.snapshot().catalog().roles().stream().map(Role::name).toList();
        Optional<Name> exact =
                roles.stream().filter(role -> role.text().equals(name)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<Name> holding = roles.stream()
                .filter(role -> GraphSearch.holds(role.text(), name.toLowerCase(Locale.ROOT)))
                .toList();
        return holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty();
    }
}
