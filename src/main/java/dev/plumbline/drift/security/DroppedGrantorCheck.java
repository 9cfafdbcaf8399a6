package dev.plumbline.drift.security;

import dev.plumbline.model.Membership;
import java.util.ArrayList;
import java.util.List;

/** SEC-429: a membership that nobody can say who gave it: before 16 a grantor could be dropped. */
final class DroppedGrantorCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-429";
    }

    @Override
    public String title() {
        return "Membership whose grantor no longer exists";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_MEMBERSHIPS;
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Membership grant : situation.snapshot().catalog().memberships()) {
            if (grant.grantor() == null) {
                findings.add(SecurityFinding.of(
                                this,
                                List.of(grant.member().shown(), grant.role().shown()),
                                "Who made " + grant.member().shown() + " a member of "
                                        + grant.role().shown() + " no longer exists.")
                        .withFix(MembershipSql.grantAgain(situation, grant)));
            }
        }
        return findings;
    }
}
