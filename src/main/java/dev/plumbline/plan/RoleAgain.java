package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** A role made anew as it was: every attribute written out, since a default may be another one, and its memberships. */
final class RoleAgain {
    private RoleAgain() {}

    static Sql sql(Role role, List<Membership> memberships, ServerVersion version) {
        List<Sql> statements = new ArrayList<>(List.of(create(role)));
        memberships.forEach(edge -> statements.add(membership(edge, version)));
        return Sql.join(";\n", statements);
    }

    private static Sql create(Role role) {
        List<Sql> words = new ArrayList<>(List.of(
                role.login() ? Sql.of("LOGIN") : Sql.of("NOLOGIN"),
                role.inherit() ? Sql.of("INHERIT") : Sql.of("NOINHERIT"),
                role.superuser() ? Sql.of("SUPERUSER") : Sql.of("NOSUPERUSER"),
                role.createRole() ? Sql.of("CREATEROLE") : Sql.of("NOCREATEROLE"),
                role.createDatabase() ? Sql.of("CREATEDB") : Sql.of("NOCREATEDB"),
                role.replication() ? Sql.of("REPLICATION") : Sql.of("NOREPLICATION"),
                role.bypassRowSecurity() ? Sql.of("BYPASSRLS") : Sql.of("NOBYPASSRLS")));
        words.add(Sql.of("CONNECTION LIMIT %s", new Sql(Integer.toString(role.connectionLimit()))));
        String validUntil = role.validUntil();
        if (validUntil != null) {
            words.add(Sql.of("VALID UNTIL %L", validUntil));
        }
        return Sql.of("CREATE ROLE %I %s", role.name(), Sql.join(" ", words));
    }

    private static Sql membership(Membership edge, ServerVersion version) {
        Name grantor = edge.grantor();
        if (!version.hasMembershipOptions()) {
            Sql grant = MembershipSql.grant(edge.role(), edge.member());
            return edge.admin() ? Sql.of("%s WITH ADMIN OPTION", grant) : grant;
        }
        Sql grant = Sql.of(
                "GRANT %I TO %I WITH ADMIN %s, INHERIT %s, SET %s",
                edge.role(), edge.member(), word(edge.admin()), word(edge.inherit()), word(edge.set()));
        return grantor == null ? grant : Sql.of("%s GRANTED BY %I", grant, grantor);
    }

    private static Sql word(boolean on) {
        return on ? Sql.of("TRUE") : Sql.of("FALSE");
    }
}
