package dev.plumbline.drift.security;

import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-422: a login that no policy binds. */
final class BypassRowSecurityLoginCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-422";
    }

    @Override
    public String title() {
        return "Login with BYPASSRLS";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROLES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        boolean used = situation.objects(ObjectKind.RELATION).stream()
                .anyMatch(table -> situation.snapshot().relationFacts(table).rowSecurity());
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role login : situation.logins()) {
            if (login.bypassRowSecurity()) {
                String name = login.name().shown();
                findings.add(SecurityFinding.of(
                                this,
                                name,
                                "Login " + name + " passes every policy by."
                                        + (used ? "" : " No table of this database has row security yet."))
                        .as(used ? Severity.MEDIUM : Severity.LOW)
                        .withFix(Sql.of("ALTER ROLE %I NOBYPASSRLS", login.name())));
            }
        }
        return findings;
    }
}
