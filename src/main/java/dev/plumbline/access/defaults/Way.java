package dev.plumbline.access.defaults;

import dev.plumbline.model.PrivilegeSet;

/** One way by which a role comes to privileges; {@code through} is the path in words and empty where none is needed. */
public record Way(Kind kind, String through, PrivilegeSet gives) {
    /** In the order in which they count. */
    public enum Kind {
        SUPERUSER,
        OWNER,
        GRANTED,
        MEMBER,
        PREDEFINED,
        PUBLIC
    }

    /** {@code granted}, {@code through db_billing_owner}. */
    public String words() {
        return switch (kind) {
            case SUPERUSER -> through.isEmpty() ? "superuser" : through;
            case OWNER -> "owner";
            case GRANTED -> "granted";
            case MEMBER -> "through " + through;
            case PREDEFINED -> through.isEmpty() ? "predefined role" : "through " + through;
            case PUBLIC -> "through PUBLIC";
        };
    }
}
