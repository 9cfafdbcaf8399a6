package dev.plumbline.drift.security;

import dev.plumbline.model.Membership;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * Statements about one membership. From PostgreSQL 16 on a REVOKE must name the grantor, for each grant is an edge of its own; before, there is
 * one and no grantor is asked for (manual REVOKE).
 */
final class MembershipSql {
    private MembershipSql() {}

    static List<Sql> revoke(AccessSituation situation, Membership grant) {
        if (!situation.snapshot().version().hasMembershipOptions()) {
            return List.of(Sql.of("REVOKE %I FROM %I", grant.role(), grant.member()));
        }
        return grant.grantor() == null
                ? List.of()
                : List.of(Sql.of("REVOKE %I FROM %I GRANTED BY %I", grant.role(), grant.member(), grant.grantor()));
    }

    static List<Sql> revokeAdmin(AccessSituation situation, Membership grant) {
        if (!situation.snapshot().version().hasMembershipOptions()) {
            return List.of(Sql.of("REVOKE ADMIN OPTION FOR %I FROM %I", grant.role(), grant.member()));
        }
        return grant.grantor() == null
                ? List.of()
                : List.of(Sql.of(
                        "REVOKE ADMIN OPTION FOR %I FROM %I GRANTED BY %I",
                        grant.role(), grant.member(), grant.grantor()));
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
