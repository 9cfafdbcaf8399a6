package dev.plumbline.drift.security;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SEC-427: a login that may make anybody a member of a role that owns. */
final class AdminOverOwnerCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-427";
    }

    @Override
    public String title() {
        return "Login with ADMIN over an owner";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.ROLES, Gap.MEMBERSHIPS, Gap.OBJECTS, Gap.SCHEMAS, Gap.EXTENSION_MEMBERS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        Set<Name> owners = new TreeSet<>();
        situation.roles().stream()
                .filter(role -> !situation.ownedBy(role).isEmpty())
                .forEach(role -> owners.add(role.name()));
        Set<Name> logins = new TreeSet<>();
        situation.logins().forEach(role -> logins.add(role.name()));
        List<SecurityFinding> findings = new ArrayList<>();
        for (Membership grant : situation.snapshot().catalog().memberships()) {
            if (grant.admin()
                    && owners.contains(grant.role())
                    && logins.contains(grant.member())
                    && !comesWithCreateRole(situation, grant)) {
                findings.add(SecurityFinding.of(
                                this,
                                List.of(grant.member().shown(), grant.role().shown()),
                                "Login " + grant.member().shown() + " may make anybody a member of "
                                        + grant.role().shown() + ", which owns objects here: it has ADMIN on it.")
                        .withFix(MembershipSql.revokeAdmin(situation, grant)));
            }
        }
        return findings;
    }

    /** From 16 on whoever makes a role gets ADMIN on it from the bootstrap superuser, without the role's privileges. */
    private static boolean comesWithCreateRole(AccessSituation situation, Membership grant) {
        boolean byTheServer = situation
                .snapshot()
                .catalog()
                .bootstrapSuperuser()
                .filter(superuser -> superuser.name().equals(grant.grantor()))
                .isPresent();
        return situation.snapshot().version().hasMembershipOptions()
                && byTheServer
                && !grant.inherit()
                && !grant.set()
                && situation
                        .snapshot()
                        .catalog()
                        .role(grant.member())
                        .filter(Role::createRole)
                        .isPresent();
    }
}
