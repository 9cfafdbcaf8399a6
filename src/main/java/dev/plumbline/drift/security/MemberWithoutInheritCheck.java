package dev.plumbline.drift.security;

import dev.plumbline.access.Link;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.InheritByRole;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SEC-403: a login whose only way to privileges is a membership that does not pass them on: until it says SET ROLE it is refused. */
final class MemberWithoutInheritCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-403";
    }

    @Override
    public String title() {
        return "Member without INHERIT that has nothing else";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.ROLES, Gap.MEMBERSHIPS, Gap.OBJECTS, Gap.COLUMNS, Gap.SCHEMAS, Gap.ROLE_SETTINGS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        Set<Integer> busy = GrantedRoles.of(situation);
        for (Role login : situation.logins()) {
            Integer number = situation.index().of(login.name());
            List<Link> parents = situation.graph().parentsOf(login.name());
            boolean passes = parents.stream().anyMatch(Link::inherit);
            if (number == null || parents.isEmpty() || passes || busy.contains(number) || setsRole(situation, login)) {
                continue;
            }
            for (Link link : parents) {
                if (hasSomething(situation, link.role(), busy)) {
                    findings.add(finding(situation, login, link));
                }
            }
        }
        return findings;
    }

    private SecurityFinding finding(AccessSituation situation, Role login, Link link) {
        boolean options = situation.snapshot().version().hasMembershipOptions();
        String why = options ? "the grant is without INHERIT" : login.name().shown() + " is NOINHERIT";
        String until = link.set() ? "until it says SET ROLE" : "and may not SET ROLE either";
        return SecurityFinding.of(
                        this,
                        List.of(login.name().shown(), link.role().shown()),
                        "Login " + login.name().shown() + " has nothing but its membership in "
                                + link.role().shown() + ", which gives it nothing " + until + ": " + why + ".")
                .withFix(
                        options
                                ? Sql.of("GRANT %I TO %I WITH INHERIT TRUE", link.role(), login.name())
                                : Sql.of("ALTER ROLE %I INHERIT", login.name()))
                .staging(List.of(
                        options
                                ? new GrantRole(
                                        link.role(),
                                        login.name(),
                                        GrantRole.recordedAs(situation.snapshot()),
                                        true,
                                        link.set())
                                : new InheritByRole(login.name())));
    }

    private static boolean hasSomething(AccessSituation situation, Name role, Set<Integer> busy) {
        return RoleGraph.isPredefined(role)
                || situation.graph().inheritedBy(role).stream()
                        .map(situation.index()::of)
                        .anyMatch(number -> number != null && busy.contains(number));
    }

    /** A login that gets its role by ALTER ROLE … SET role relies on nothing else. */
    private static boolean setsRole(AccessSituation situation, Role login) {
        return situation.snapshot().settings().stream()
                .anyMatch(setting -> login.name().equals(setting.role())
                        && setting.settings().stream().anyMatch(text -> text.startsWith("role=")));
    }
}
