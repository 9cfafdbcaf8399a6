package dev.plumbline.drift.security;

import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-420: a login that makes roles: before 16 it also changes every role that is no superuser and joins whichever it likes. */
final class CreateRoleLoginCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-420";
    }

    @Override
    public String title() {
        return "Login with CREATEROLE";
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
        boolean limited = situation.snapshot().version().hasMembershipOptions();
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role login : situation.logins()) {
            if (login.createRole()) {
                String name = login.name().shown();
                String may = situation.snapshot().version().isCockroach()
                        ? " creates, alters and drops every role that is not in admin."
                        : limited
                                ? " makes roles, and from PostgreSQL 16 on changes and joins only those it has ADMIN on."
                                : " may give itself every role that is no superuser, also pg_execute_server_program and with it"
                                        + " the server's own account: before PostgreSQL 16 CREATEROLE is not limited.";
                findings.add(SecurityFinding.of(this, name, "Login " + name + may)
                        .as(limited ? Severity.LOW : Severity.HIGH)
                        .withFix(
                                situation.isOwnLogin(login)
                                        ? List.of()
                                        : List.of(Sql.of("ALTER ROLE %I NOCREATEROLE", login.name()))));
            }
        }
        return findings;
    }
}
