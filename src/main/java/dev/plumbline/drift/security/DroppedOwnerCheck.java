package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.List;

/** SEC-413: an object whose owner is an oid without a role: nobody but a superuser can change it, and a dump of it cannot be restored. */
final class DroppedOwnerCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-413";
    }

    @Override
    public String title() {
        return "Object whose owner no longer exists";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_OWNERS;
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        Name owner = situation.snapshot().catalog().database().owner();
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject object : situation.objects()) {
            if (situation.role(object.owner()) == null) {
                boolean nameable = situation.index().of(owner) != null;
                findings.add(SecurityFinding.of(
                                this,
                                ObjectWords.of(object),
                                ObjectWords.of(object) + " belongs to a "
                                        + situation.index().shown(object.owner()) + ".")
                        .withDestructiveFix(
                                nameable
                                        ? ObjectSql.changeOwner(object, owner).stream()
                                                .toList()
                                        : List.of()));
            }
        }
        return findings;
    }
}
