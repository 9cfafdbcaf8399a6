package dev.plumbline.access;

import dev.plumbline.model.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Breadth-first search over hops, upwards from members to roles; a circle ends the search like a role without parents. */
final class LinkSearch {
    private final Map<Name, List<Link>> parents = new HashMap<>();
    private final Map<Name, List<Link>> members = new HashMap<>();

    LinkSearch(List<Link> links) {
        for (Link link : links) {
            parents.computeIfAbsent(link.member(), name -> new ArrayList<>()).add(link);
            members.computeIfAbsent(link.role(), name -> new ArrayList<>()).add(link);
        }
    }

    List<Link> parentsOf(Name member) {
        return Collections.unmodifiableList(parents.getOrDefault(member, List.of()));
    }

    List<Link> membersOf(Name role) {
        return Collections.unmodifiableList(members.getOrDefault(role, List.of()));
    }

    /** Every role above the member over hops that pass, with the hop it was first reached by, nearest first. */
    Map<Name, Link> above(Name member, Predicate<Link> passes) {
        Map<Name, Link> by = new LinkedHashMap<>();
        Set<Name> seen = new HashSet<>(Set.of(member));
        Deque<Name> open = new ArrayDeque<>(List.of(member));
        while (!open.isEmpty()) {
            for (Link link : parentsOf(open.remove())) {
                if (passes.test(link) && seen.add(link.role())) {
                    by.put(link.role(), link);
                    open.add(link.role());
                }
            }
        }
        return by;
    }

    /** The hops of the shortest way over hops that pass; empty when there is none. */
    List<Link> shortest(Name member, Name role, Predicate<Link> passes) {
        Map<Name, Link> by = above(member, passes);
        List<Link> way = new ArrayList<>();
        for (Link link = by.get(role); link != null; link = by.get(link.member())) {
            way.add(0, link);
        }
        return way;
    }

    /** All ways without a role twice, shortest first, at most {@code limit} of them. */
    List<List<Link>> ways(Name member, Name role, int limit) {
        List<List<Link>> found = new ArrayList<>();
        Set<Name> leading = below(role);
        Deque<List<Link>> open = new ArrayDeque<>();
        open.add(List.of());
        while (!open.isEmpty() && found.size() < limit) {
            List<Link> way = open.remove();
            Name at = way.isEmpty() ? member : way.get(way.size() - 1).role();
            if (at.equals(role) && !way.isEmpty()) {
                found.add(way);
            } else {
                parentsOf(at).stream()
                        .filter(link -> leading.contains(link.role()))
                        .filter(link ->
                                way.stream().noneMatch(hop -> hop.member().equals(link.role())))
                        .forEach(link -> open.add(longer(way, link)));
            }
        }
        return found;
    }

    /** The role and every member of it, direct or not. */
    private Set<Name> below(Name role) {
        Set<Name> seen = new HashSet<>(Set.of(role));
        Deque<Name> open = new ArrayDeque<>(List.of(role));
        while (!open.isEmpty()) {
            membersOf(open.remove()).stream()
                    .map(Link::member)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen;
    }

    private static List<Link> longer(List<Link> way, Link next) {
        List<Link> longer = new ArrayList<>(way);
        longer.add(next);
        return longer;
    }
}
