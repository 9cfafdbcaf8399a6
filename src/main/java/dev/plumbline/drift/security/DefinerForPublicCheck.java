package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;

/** SEC-407: a routine with its owner's rights that everybody may call, because EXECUTE is PUBLIC's unless it is revoked. */
final class DefinerForPublicCheck implements SecurityCheck {
    private static final long EXECUTE = PrivilegeSet.bit(Privilege.EXECUTE);

    @Override
    public String code() {
        return "SEC-407";
    }

    @Override
    public String title() {
        return "SECURITY DEFINER that PUBLIC may execute";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROUTINES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Definer definer : Definer.allOf(situation)) {
            DatabaseObject routine = definer.routine();
            if ((Revocation.ofPublic(routine.effectiveAcl()) & EXECUTE) != 0 && definer.isOpenToOthers(situation)) {
                findings.add(SecurityFinding.of(
                                this,
                                ObjectWords.of(routine),
                                "PUBLIC may execute " + ObjectWords.of(routine) + ", which runs with the rights of "
                                        + definer.ownerShown(situation) + ".")
                        .as(definer.ownedBySuperuser(situation) ? Severity.HIGH : Severity.MEDIUM)
                        .withFix(Revocation.fromPublic(situation, routine, EXECUTE))
                        .staging(Revocation.changes(routine, null, EXECUTE)));
            }
        }
        return findings;
    }
}
