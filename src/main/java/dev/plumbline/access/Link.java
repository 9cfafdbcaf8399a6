package dev.plumbline.access;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import java.util.List;

/**
 * One hop of a path: {@code member} is in {@code role} by one grant or by several of different grantors. An option is on when any of the
 * grants has it (PostgreSQL 16 on, manual GRANT). {@code implicit} is the database owner's membership in {@code pg_database_owner}, which no
 * grant makes.
 */
public record Link(Name role, Name member, List<Membership> grants, boolean implicit) {
    public Link {
        grants = List.copyOf(grants);
    }

    public boolean inherit() {
        return grants.stream().anyMatch(Membership::inherit);
    }

    public boolean set() {
        return grants.stream().anyMatch(Membership::set);
    }

    public boolean admin() {
        return grants.stream().anyMatch(Membership::admin);
    }

    /** The options that are on, in the words of SQL: {@code INHERIT SET ADMIN}; a dash when none is. */
    public String options() {
        StringBuilder words = new StringBuilder();
        if (inherit()) {
            words.append(" INHERIT");
        }
        if (set()) {
            words.append(" SET");
        }
        if (admin()) {
            words.append(" ADMIN");
        }
        return words.isEmpty() ? "–" : words.substring(1);
    }
}
