package dev.plumbline.drift.security;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SEC-424: a role that cannot log in, that nobody is in, that owns nothing and was granted nothing here. */
final class UnusedRoleCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-424";
    }

    @Override
    public String title() {
        return "Role that nobody uses";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<String> restsOn() {
        return List.of(
                Gap.ROLES,
                Gap.MEMBERSHIPS,
                Gap.OBJECTS,
                Gap.COLUMNS,
                Gap.SCHEMAS,
                Gap.DEFAULT_PRIVILEGES,
                Gap.POLICIES,
                Gap.ROLE_SETTINGS);
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        Set<Integer> busy = GrantedRoles.of(situation);
        boolean alone = isOnlyDatabase(situation);
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role role : situation.roles()) {
            Integer number = situation.index().of(role.name());
            if (!role.login() && number != null && !busy.contains(number) && !isNamed(situation, role)) {
                findings.add(finding(role, alone));
            }
        }
        return findings;
    }

    /** What other databases hold was not read: with one there, nothing is proposed. */
    private SecurityFinding finding(Role role, boolean alone) {
        String name = role.name().shown();
        return SecurityFinding.of(
                        this,
                        name,
                        "Role " + name + " cannot log in, has no members, and neither owns nor was granted anything "
                                + (alone ? "here." : "in this database; others of this server were not looked into."))
                .withDestructiveFix(alone ? List.of(Sql.of("DROP ROLE %I", role.name())) : List.of());
    }

    private static boolean isOnlyDatabase(AccessSituation situation) {
        return situation.snapshot().of(ObjectKind.DATABASE).stream()
                        .filter(database -> database.origin() == ObjectOrigin.USER)
                        .count()
                == 1;
    }

    private static boolean isNamed(AccessSituation situation, Role role) {
        Name name = role.name();
        boolean granted = situation.snapshot().catalog().memberships().stream()
                .anyMatch(grant -> grant.role().equals(name) || name.equals(grant.grantor()));
        return granted || situation.snapshot().settings().stream().anyMatch(setting -> name.equals(setting.role()));
    }
}
