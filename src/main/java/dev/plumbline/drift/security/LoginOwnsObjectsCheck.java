package dev.plumbline.drift.security;

import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-402: a login that owns: whoever has its password may drop, alter and grant, whatever was granted or revoked. */
final class LoginOwnsObjectsCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-402";
    }

    @Override
    public String title() {
        return "Login that owns objects";
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
        for (Role login : situation.logins()) {
            List<DatabaseObject> owned = situation.ownedBy(login);
            if (!owned.isEmpty()) {
                List<String> names = ObjectWords.all(owned);
                List<String> objects = new ArrayList<>(List.of(login.name().shown()));
                objects.addAll(names);
                findings.add(SecurityFinding.of(
                                this,
                                objects,
                                "Login " + login.name().shown() + " owns " + ObjectWords.few(names)
                                        + ": it may drop and alter them and grant them to others.")
                        .withDestructiveFix(toTheOwnerRole(situation, login, owned))
                        .staging(changes(situation, owned)));
            }
        }
        return findings;
    }

    private static List<ChangeOwner> changes(AccessSituation situation, List<DatabaseObject> owned) {
        Integer owner =
                situation.index().of(situation.snapshot().catalog().database().owner());
        return owner == null
                ? List.of()
                : owned.stream()
                        .filter(object -> object.owner() != owner)
                        .map(object -> new ChangeOwner(object, owner))
                        .toList();
    }

    /** Only where the database shows an owner role that this login is in, and each object can be given by itself. */
    private static List<Sql> toTheOwnerRole(AccessSituation situation, Role login, List<DatabaseObject> owned) {
        Name owner = situation.snapshot().catalog().database().owner();
        boolean ownerRole = situation.roles().stream()
                .anyMatch(role -> role.name().equals(owner) && !role.login() && !role.superuser());
        boolean apart = owned.stream().allMatch(object -> object.kind() != ObjectKind.SEQUENCE);
        if (!ownerRole || !apart || !situation.graph().isGrantedMember(login.name(), owner)) {
            return List.of();
        }
        return owned.stream()
                .flatMap(object -> ObjectSql.changeOwner(object, owner).stream())
                .toList();
    }
}
