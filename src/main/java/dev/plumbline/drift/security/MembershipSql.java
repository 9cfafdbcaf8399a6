package dev.plumbline.drift.security;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements about one membership. From PostgreSQL 16 on a REVOKE must name the grantor, for each grant is an edge of its own, and is refused
 * while others hold the role from the member (manual REVOKE): they are granted it anew first. Before, there is one edge and no such tie.
 */
final class MembershipSql {
    private MembershipSql() {}

    static List<Sql> revoke(AccessSituation situation, Membership grant) {
        return situation.snapshot().version().hasMembershipOptions()
                ? taken(situation, grant, Sql.of("%I", grant.role()))
                : List.of(Sql.of("REVOKE %I FROM %I", grant.role(), grant.member()));
    }

    /** The same as changes; empty where others hold the role from a member, whom no change grants it anew. */
    static List<AccessChange> changes(AccessSituation situation, List<Membership> grants) {
        boolean tied = situation.snapshot().version().hasMembershipOptions()
                && grants.stream()
                        .anyMatch(grant -> !heldFromTheMember(situation, grant).isEmpty());
        return tied
                ? List.of()
                : grants.stream()
                        .<AccessChange>map(grant -> new RevokeRole(grant.role(), grant.member(), grant.grantor()))
                        .toList();
    }

    static List<Sql> revokeAdmin(AccessSituation situation, Membership grant) {
        Sql admin = Sql.of("ADMIN OPTION FOR %I", grant.role());
        return situation.snapshot().version().hasMembershipOptions()
                ? taken(situation, grant, admin)
                : List.of(Sql.of("REVOKE %s FROM %I", admin, grant.member()));
    }

    private static List<Sql> taken(AccessSituation situation, Membership grant, Sql what) {
        Name grantor = grant.grantor();
        if (grantor == null) {
            return List.of();
        }
        Sql revoke = Sql.of("REVOKE %s FROM %I GRANTED BY %I", what, grant.member(), grantor);
        List<Sql> statements = new ArrayList<>(heldFromTheMember(situation, grant));
        statements.add(statements.isEmpty() ? revoke : Sql.of("%s CASCADE", revoke));
        return statements;
    }

    /** What keeps those in the role who have it from the member, with every option that they have today. */
    private static List<Sql> heldFromTheMember(AccessSituation situation, Membership grant) {
        List<Membership> ofRole = situation.snapshot().catalog().memberships().stream()
                .filter(other -> other.role().equals(grant.role()))
                .toList();
        Set<Name> held = new TreeSet<>();
        ofRole.stream()
                .filter(other -> grant.member().equals(other.grantor()))
                .forEach(other -> held.add(other.member()));
        return held.stream()
                .map(member -> again(
                        grant.role(),
                        member,
                        ofRole.stream()
                                .filter(other -> other.member().equals(member))
                                .toList()))
                .toList();
    }

    private static Sql again(Name role, Name member, List<Membership> edges) {
        return Sql.of(
                "GRANT %I TO %I WITH ADMIN %s, INHERIT %s, SET %s",
                role,
                member,
                word(edges.stream().anyMatch(Membership::admin)),
                word(edges.stream().anyMatch(Membership::inherit)),
                word(edges.stream().anyMatch(Membership::set)));
    }

    private static Sql word(boolean option) {
        return option ? Sql.of("TRUE") : Sql.of("FALSE");
    }

    /** A GRANT of what is there already changes nothing before 16, so it is taken away first. From 16 on a gone grantor cannot be named. */
    static List<Sql> grantAgain(AccessSituation situation, Membership grant) {
        if (situation.snapshot().version().hasMembershipOptions()) {
            return List.of();
        }
        return List.of(
                Sql.of("REVOKE %I FROM %I", grant.role(), grant.member()),
                grant.admin()
                        ? Sql.of("GRANT %I TO %I WITH ADMIN OPTION", grant.role(), grant.member())
                        : Sql.of("GRANT %I TO %I", grant.role(), grant.member()));
    }
}
