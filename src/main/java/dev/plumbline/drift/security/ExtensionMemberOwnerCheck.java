package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SEC-428: an object of an extension in the hand of a login, which may replace the code that others trust the extension for. */
final class ExtensionMemberOwnerCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-428";
    }

    @Override
    public String title() {
        return "Member of an extension that a login owns";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_OWNERS;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        Set<Name> logins = new TreeSet<>();
        situation.logins().forEach(role -> logins.add(role.name()));
        for (DatabaseObject object : situation.snapshot().objects()) {
            Role owner = situation.role(object.owner());
            if (object.origin() == ObjectOrigin.EXTENSION && owner != null && logins.contains(owner.name())) {
                findings.add(SecurityFinding.of(
                        this,
                        List.of(ObjectWords.of(object), owner.name().shown()),
                        ObjectWords.of(object) + " belongs to an extension but login "
                                + owner.name().shown() + " owns it and may replace it."));
            }
        }
        return findings;
    }
}
