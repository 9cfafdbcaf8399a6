package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** SEC-414: a table whose rows nobody sees but its owner and those who pass row security by. */
final class RowSecurityWithoutPolicyCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-414";
    }

    @Override
    public String title() {
        return "Row security without a policy";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROW_SECURITY;
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject table : situation.objects(ObjectKind.RELATION)) {
            boolean enabled = situation.snapshot().relationFacts(table).rowSecurity();
            if (enabled && !situation.policies().containsKey(table.oid())) {
                findings.add(SecurityFinding.of(
                        this,
                        ObjectWords.of(table),
                        "Row security is on for " + ObjectWords.of(table)
                                + " but it has no policy: everybody else sees no rows and gets no error."));
            }
        }
        return findings;
    }
}
