package dev.plumbline.drift.security;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.Role;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SEC-408: an ACL entry recorded as granted by a role that neither owns the object nor holds the grant option: a REVOKE by the owner does not reach it. */
final class BrokenGrantChainCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-408";
    }

    @Override
    public String title() {
        return "Grant whose grantor could not give it";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.ROLES, Gap.OBJECTS, Gap.SCHEMAS, Gap.EXTENSION_MEMBERS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject object : situation.objects()) {
            AccessList acl = object.effectiveAcl();
            for (int entry = 0; entry < acl.size(); entry++) {
                long broken = acl.held(entry) & ~grantable(acl, object.owner(), acl.grantor(entry));
                if (broken != 0) {
                    findings.add(finding(situation, object, acl, entry, broken));
                }
            }
        }
        return findings;
    }

    private static long grantable(AccessList acl, int owner, int grantor) {
        if (grantor == owner) {
            return -1;
        }
        long options = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            if (acl.grantee(entry) == grantor) {
                options |= acl.grantable(entry);
            }
        }
        return options;
    }

    private SecurityFinding finding(
            AccessSituation situation, DatabaseObject object, AccessList acl, int entry, long broken) {
        String grantee = situation.index().shown(acl.grantee(entry));
        String grantor = situation.index().shown(acl.grantor(entry));
        String what =
                new PrivilegeSet(broken).list().stream().map(Privilege::word).collect(Collectors.joining(", "));
        return SecurityFinding.of(
                        this,
                        List.of(ObjectWords.of(object), grantor, grantee),
                        what + " on " + ObjectWords.of(object) + " is recorded as granted to " + grantee + " by "
                                + (situation.role(acl.grantor(entry)) == null ? "a " : "") + grantor
                                + ", who neither owns it nor may grant it: the owner's REVOKE passes it by.")
                .withFix(replaced(situation, object, acl, entry, broken));
    }

    /** The owner gives the grantor the option, takes it back with all that rests on it, and grants itself what the grantee had. */
    private static List<Sql> replaced(
            AccessSituation situation, DatabaseObject object, AccessList acl, int entry, long broken) {
        Role grantor = situation.role(acl.grantor(entry));
        Role grantee = situation.role(acl.grantee(entry));
        boolean nameable = grantee != null || acl.grantee(entry) == RoleIndex.PUBLIC;
        if (grantor == null || !nameable || situation.role(object.owner()) == null) {
            return List.of();
        }
        Sql words = Revocation.words(broken, null);
        Sql on = ObjectSql.forGrant(object);
        Sql to = grantee == null ? Sql.of("PUBLIC") : Sql.of("%I", grantee.name());
        boolean holds = (heldByOwnersGrant(acl, object.owner(), acl.grantor(entry)) & broken) == broken;
        return List.of(
                Sql.of("GRANT %s ON %s TO %I WITH GRANT OPTION", words, on, grantor.name()),
                holds
                        ? Sql.of("REVOKE GRANT OPTION FOR %s ON %s FROM %I CASCADE", words, on, grantor.name())
                        : Sql.of("REVOKE %s ON %s FROM %I CASCADE", words, on, grantor.name()),
                Sql.of("GRANT %s ON %s TO %s", words, on, to));
    }

    private static long heldByOwnersGrant(AccessList acl, int owner, int grantee) {
        long held = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            if (acl.grantee(entry) == grantee && acl.grantor(entry) == owner) {
                held |= acl.held(entry);
            }
        }
        return held;
    }
}
