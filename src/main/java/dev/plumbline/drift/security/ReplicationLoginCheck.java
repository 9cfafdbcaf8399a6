package dev.plumbline.drift.security;

import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SEC-423: a login that may copy the whole cluster, every database and every role's password verifier with it. */
final class ReplicationLoginCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-423";
    }

    @Override
    public String title() {
        return "Login with REPLICATION";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROLES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        Set<Integer> busy = GrantedRoles.of(situation);
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role login : situation.logins()) {
            Integer number = situation.index().of(login.name());
            if (login.replication() && number != null) {
                boolean also =
                        busy.contains(number) || !situation.ownedBy(login).isEmpty();
                String name = login.name().shown();
                findings.add(SecurityFinding.of(
                                this,
                                name,
                                "Login " + name + " may copy the whole cluster, all databases and password verifiers"
                                        + (also ? ", and is used for other work as well." : "."))
                        .as(also ? Severity.MEDIUM : Severity.INFO)
                        .withFix(Sql.of("ALTER ROLE %I NOREPLICATION", login.name())));
            }
        }
        return findings;
    }
}
