package dev.plumbline.drift.security;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Policy;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SEC-412: an entry of an ACL, a default rule or a policy for an oid without a role: whoever gets that oid next gets what it says. */
final class DanglingGrantCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-412";
    }

    @Override
    public String title() {
        return "Grant to a role that no longer exists";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(
                Gap.ROLES,
                Gap.OBJECTS,
                Gap.COLUMNS,
                Gap.SCHEMAS,
                Gap.DEFAULT_PRIVILEGES,
                Gap.POLICIES,
                Gap.EXTENSION_MEMBERS);
    }

    @Override
    public boolean restsOnAbsence() {
        return true;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject object : situation.objects()) {
            if (object.acl() != null) {
                ofAcl(situation, object.acl(), ObjectWords.of(object), findings);
            }
        }
        for (Column column : situation.snapshot().columns()) {
            DatabaseObject relation = situation.relation(column.relation());
            if (column.acl() != null && relation != null && relation.origin() == ObjectOrigin.USER) {
                ofAcl(
                        situation,
                        column.acl(),
                        ObjectWords.column(relation, column.name().text()),
                        findings);
            }
        }
        situation.snapshot().catalog().defaultPrivileges().forEach(rule -> ofRule(rule, findings));
        situation.snapshot().policies().forEach(policy -> ofPolicy(situation, policy, findings));
        return findings;
    }

    private void ofAcl(AccessSituation situation, AccessList acl, String where, List<SecurityFinding> findings) {
        Set<Integer> gone = new TreeSet<>();
        for (int entry = 0; entry < acl.size(); entry++) {
            int grantee = acl.grantee(entry);
            if (grantee != RoleIndex.PUBLIC && !situation.index().isKnown(grantee)) {
                gone.add(grantee);
            }
        }
        gone.forEach(grantee -> add(findings, where, situation.index().shown(grantee), List.of()));
    }

    private void ofRule(DefaultPrivilege rule, List<SecurityFinding> findings) {
        String where = "default privileges of " + rule.creator().shown()
                + (rule.schema() == null ? "" : " in schema " + rule.schema().shown()) + " on "
                + rule.type().word();
        rule.acl().stream()
                .map(AclItem::grantee)
                .filter(grantee -> grantee.danglingOid() != 0)
                .forEach(grantee -> add(findings, where, grantee.shown(), List.of()));
    }

    private void ofPolicy(AccessSituation situation, Policy policy, List<SecurityFinding> findings) {
        DatabaseObject table = situation.relation(policy.relation());
        List<Integer> left = policy.roles().stream()
                .filter(role -> role == RoleIndex.PUBLIC || situation.index().isKnown(role))
                .toList();
        if (table == null
                || table.origin() != ObjectOrigin.USER
                || left.size() == policy.roles().size()) {
            return;
        }
        String where = "policy " + policy.name().shown() + " on " + table.shown();
        List<Sql> names = left.stream()
                .map(role -> role == RoleIndex.PUBLIC
                        ? Sql.of("PUBLIC")
                        : Sql.of("%I", situation.index().role(role).name()))
                .toList();
        List<Sql> fix = names.isEmpty()
                ? List.of()
                : List.of(Sql.of(
                        "ALTER POLICY %I ON %s TO %s", policy.name(), ObjectSql.named(table), Sql.join(", ", names)));
        policy.roles().stream()
                .filter(role -> !left.contains(role))
                .forEach(role -> add(findings, where, situation.index().shown(role), fix));
    }

    private void add(List<SecurityFinding> findings, String where, String gone, List<Sql> fix) {
        String sentence = "An entry of " + where + " is for a " + gone + ".";
        findings.add(SecurityFinding.of(this, List.of(where, gone), sentence).withFix(fix));
    }
}
