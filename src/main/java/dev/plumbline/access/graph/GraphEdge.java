package dev.plumbline.access.graph;

import dev.plumbline.access.Link;
import org.jspecify.annotations.Nullable;

/**
 * A line of the drawing, between two nodes by their places in {@link AccessGraph#nodes}. {@code label}: a membership's options as {@code I S A}, a
 * grant's ACL letters. {@code link} is there for a single membership of the catalog; {@code count} is how many edges are drawn as this one.
 */
public record GraphEdge(
        String id,
        EdgeKind kind,
        int from,
        int to,
        String label,
        @Nullable Link link,
        int count,
        Standing standing) {

    GraphEdge standing(Standing now) {
        return new GraphEdge(id, kind, from, to, label, link, count, now);
    }

    /** The options of a membership as letters: INHERIT, SET, ADMIN; a dash when none is on. */
    static String options(boolean inherit, boolean set, boolean admin) {
        String letters = (inherit ? " I" : "") + (set ? " S" : "") + (admin ? " A" : "");
        return letters.isEmpty() ? "–" : letters.substring(1);
    }

    static String options(Link link) {
        return options(link.inherit(), link.set(), link.admin());
    }
}
