package dev.plumbline.plan;

import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import org.jspecify.annotations.Nullable;

/** GRANT and REVOKE of memberships. */
final class MembershipSql {
    private MembershipSql() {}

    static Sql grant(Name role, Name member) {
        return Sql.of("GRANT %I TO %I", role, member);
    }

    static Sql withInherit(Name role, Name member, boolean inherit) {
        return Sql.of("GRANT %I TO %I WITH INHERIT %s", role, member, word(inherit));
    }

    static Sql withOptions(Name role, Name member, boolean inherit, boolean set) {
        return Sql.of("GRANT %I TO %I WITH INHERIT %s, SET %s", role, member, word(inherit), word(set));
    }

    /** From 16 on of that grantor's grant only: without GRANTED BY the server would look for the login's own. */
    static Sql revoke(Name role, Name member, @Nullable Name grantor, ServerVersion version) {
        return version.hasMembershipOptions() && grantor != null
                ? Sql.of("REVOKE %I FROM %I GRANTED BY %I", role, member, grantor)
                : Sql.of("REVOKE %I FROM %I", role, member);
    }

    private static Sql word(boolean on) {
        return on ? Sql.of("TRUE") : Sql.of("FALSE");
    }
}
