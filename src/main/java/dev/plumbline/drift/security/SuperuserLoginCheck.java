package dev.plumbline.drift.security;

import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-409: a login that no privilege binds, besides the one that initdb made. */
final class SuperuserLoginCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-409";
    }

    @Override
    public String title() {
        return "Login that is a superuser";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROLES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role role : situation.roles()) {
            if (situation.isSuperuser(role)
                    && role.login()
                    && situation.snapshot().version().isCockroach()) {
                findings.add(inAdmin(situation, role));
            } else if (role.superuser() && role.login()) {
                String name = role.name().shown();
                findings.add(SecurityFinding.of(
                                this,
                                name,
                                "Login " + name + (situation.isOwnLogin(role) ? ", which read this," : "")
                                        + " is a superuser: no grant, policy or owner binds it, and it reaches the"
                                        + " server's files.")
                        .withDestructiveFix(
                                situation.isOwnLogin(role)
                                        ? List.of()
                                        : List.of(Sql.of("ALTER ROLE %I NOSUPERUSER", role.name()))));
            }
        }
        return findings;
    }

    /** CockroachDB has no SUPERUSER: whoever is in admin is one (v25.1, Authorization, "Admin role"). */
    private SecurityFinding inAdmin(AccessSituation situation, Role role) {
        String name = role.name().shown();
        boolean own = situation.isOwnLogin(role);
        List<Sql> leaving = situation.snapshot().catalog().memberships().stream()
                .filter(grant -> grant.member().equals(role.name())
                        && grant.role().text().equals("admin"))
                .flatMap(grant -> MembershipSql.revoke(situation, grant).stream())
                .toList();
        return SecurityFinding.of(
                        this,
                        name,
                        "Login " + name + (own ? ", which read this," : "")
                                + " is in admin: no grant or owner binds it, in any database of the cluster.")
                .withDestructiveFix(own ? List.of() : leaving);
    }
}
