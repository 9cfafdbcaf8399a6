package dev.plumbline.plan;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.List;

/** The direct memberships of one role in another, from 16 on with options and grantor. */
record MembershipFact(Name role, Name member) implements StateFact {
    @Override
    public Key key() {
        return new Key("membership", role.text(), member.text(), "");
    }

    static Sql found(List<MembershipFact> facts, ServerVersion version) {
        Sql line = version.hasMembershipOptions()
                ? Sql.of("pg_catalog.concat_ws(' ', edge.admin_option, edge.inherit_option, edge.set_option,"
                        + " grantor.rolname)")
                : Sql.of("pg_catalog.concat_ws(' ', edge.admin_option)");
        List<Sql> pairs = facts.stream()
                .map(fact -> Sql.of("(%L, %L)", fact.role.text(), fact.member.text()))
                .toList();
        return Sql.of(
                "SELECT 'membership', held.rolname::text, member.rolname::text, '', %s\n"
                        + "        FROM pg_catalog.pg_auth_members edge"
                        + " JOIN pg_catalog.pg_roles held ON held.oid = edge.roleid"
                        + " JOIN pg_catalog.pg_roles member ON member.oid = edge.member"
                        + " LEFT JOIN pg_catalog.pg_roles grantor ON grantor.oid = edge.grantor\n"
                        + "        WHERE (held.rolname, member.rolname) IN (%s)",
                line, Sql.join(", ", pairs));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        boolean options = snapshot.server().version().hasMembershipOptions();
        return snapshot.memberships().stream()
                .filter(edge -> edge.role().equals(role) && edge.member().equals(member))
                .map(edge -> options ? withOptions(edge) : RoleFact.letter(edge.admin()))
                .toList();
    }

    private static String withOptions(Membership edge) {
        Name grantor = edge.grantor();
        return RoleFact.letter(edge.admin()) + " " + RoleFact.letter(edge.inherit()) + " " + RoleFact.letter(edge.set())
                + (grantor == null ? "" : " " + grantor.text());
    }
}
