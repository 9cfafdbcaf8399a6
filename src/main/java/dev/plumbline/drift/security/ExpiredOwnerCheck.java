package dev.plumbline.drift.security;

import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;

/** SEC-410: a role whose password has expired but whose objects are in use. */
final class ExpiredOwnerCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-410";
    }

    @Override
    public String title() {
        return "Role past VALID UNTIL that still owns";
    }

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_OWNERS;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Role role : situation.roles()) {
            List<String> owned = ObjectWords.all(situation.ownedBy(role));
            if (!owned.isEmpty() && ValidUntil.isPast(role, situation.readAt())) {
                List<String> objects = new ArrayList<>(List.of(role.name().shown()));
                objects.addAll(owned);
                findings.add(SecurityFinding.of(
                        this,
                        objects,
                        "Role " + role.name().shown() + " is past its VALID UNTIL (" + ValidUntil.shown(role)
                                + ") and still owns " + ObjectWords.few(owned) + "."));
            }
        }
        return findings;
    }
}
