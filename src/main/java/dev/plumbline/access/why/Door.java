package dev.plumbline.access.why;

import dev.plumbline.access.change.AccessChange;
import java.util.List;

/**
 * One way by which the privilege is held, by itself enough. {@code closing} are changes each of which closes it; empty where only an attribute or the
 * owner would, which {@code closingNote} tells. {@code evidence} is the ACL entry or the path.
 */
public record Door(Kind kind, String sentence, String evidence, List<AccessChange> closing, String closingNote) {
    public enum Kind {
        SUPERUSER,
        OWNER,
        DIRECT,
        MEMBERSHIP,
        PUBLIC,
        PREDEFINED_ROLE
    }

    public Door {
        closing = List.copyOf(closing);
    }
}
