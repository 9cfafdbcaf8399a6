package dev.plumbline.drift.security;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;

/** SEC-419: the built-in default by which every login of the server may connect to this database. */
final class PublicMayConnectCheck implements SecurityCheck {
    private static final long CONNECT = PrivilegeSet.bit(Privilege.CONNECT);
    private static final long BOTH =
            PrivilegeSet.of(Privilege.CONNECT, Privilege.TEMPORARY).bits();

    @Override
    public String code() {
        return "SEC-419";
    }

    @Override
    public String title() {
        return "PUBLIC may connect and make temporary tables";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.ROLES, Gap.MEMBERSHIPS, Subject.DATABASES);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        long oid = situation.snapshot().catalog().database().oid();
        return situation.objects(ObjectKind.DATABASE).stream()
                .filter(database -> database.oid() == oid)
                .filter(database -> (Revocation.ofPublic(database.effectiveAcl()) & BOTH) == BOTH)
                .map(database -> finding(situation, database))
                .toList();
    }

    private SecurityFinding finding(AccessSituation situation, DatabaseObject database) {
        List<String> others = new ArrayList<>();
        for (Role login : situation.logins()) {
            if (!mayConnectByItself(situation, database, login)) {
                others.add(login.name().shown());
            }
        }
        String who = others.isEmpty()
                ? "No login relies on it."
                : "Only by this may connect: " + ObjectWords.few(others) + ".";
        return SecurityFinding.of(
                        this,
                        ObjectWords.of(database),
                        "Every login of the server may connect to database " + database.shown()
                                + " and make temporary tables there. " + who)
                .withDestructiveFix(Revocation.fromPublic(situation, database, BOTH))
                .staging(Revocation.changes(database, null, BOTH));
    }

    private static boolean mayConnectByItself(AccessSituation situation, DatabaseObject database, Role login) {
        AccessList acl = database.effectiveAcl();
        Integer number = situation.index().of(login.name());
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry);
            if (number != null
                    && situation.index().isKnown(grantee)
                    && (acl.held(entry) & CONNECT) != 0
                    && situation.closure().holds(number, grantee)) {
                return true;
            }
        }
        return false;
    }
}
