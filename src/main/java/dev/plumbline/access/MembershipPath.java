package dev.plumbline.access;

import dev.plumbline.model.Name;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hops from a member up to a role, nearest to the member first; never empty. */
public record MembershipPath(List<Link> links) {
    public MembershipPath {
        links = List.copyOf(links);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one hop");
        }
    }

    public Name member() {
        return links.get(0).member();
    }

    public Name role() {
        return links.get(links.size() - 1).role();
    }

    public boolean isDirect() {
        return links.size() == 1;
    }

    /** True when the member holds the role's privileges by this path without SET ROLE. */
    public boolean inherits() {
        return links.stream().allMatch(Link::inherit);
    }

    /** True when the member may SET ROLE to the role by this path. */
    public boolean maySet() {
        return links.stream().allMatch(Link::set);
    }

    /** The path with both ends: {@code a → b → c}. */
    public String shown() {
        return Stream.concat(Stream.of(member()), links.stream().map(Link::role))
                .map(Name::shown)
                .collect(Collectors.joining(" → "));
    }

    /** The roles between both ends: {@code b}; empty when direct. */
    public String between() {
        return links.subList(0, links.size() - 1).stream()
                .map(link -> link.role().shown())
                .collect(Collectors.joining(" → "));
    }
}
