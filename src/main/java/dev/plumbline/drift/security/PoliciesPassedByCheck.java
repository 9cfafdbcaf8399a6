package dev.plumbline.drift.security;

import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-415: policies that do not bind a login, because it holds the owner's privileges and row security is not forced, or because it has BYPASSRLS. */
final class PoliciesPassedByCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-415";
    }

    @Override
    public String title() {
        return "Policies that logins pass by";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROW_SECURITY;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        situation.policies().keySet().forEach(oid -> {
            DatabaseObject table = situation.relation(oid);
            if (table != null
                    && table.origin() == ObjectOrigin.USER
                    && situation.snapshot().relationFacts(table).rowSecurity()) {
                ofTable(situation, table, findings);
            }
        });
        return findings;
    }

    private void ofTable(AccessSituation situation, DatabaseObject table, List<SecurityFinding> findings) {
        PrivilegeRow row = situation.privileges().row(table);
        List<String> asOwner = new ArrayList<>();
        List<String> byAttribute = new ArrayList<>();
        for (Role login : situation.logins()) {
            Integer number = situation.index().of(login.name());
            if (number != null && login.bypassRowSecurity() && row.held(number) != 0) {
                byAttribute.add(login.name().shown());
            } else if (number != null
                    && situation.index().isKnown(table.owner())
                    && situation.closure().holds(number, table.owner())) {
                asOwner.add(login.name().shown());
            }
        }
        if (!asOwner.isEmpty() && !situation.snapshot().relationFacts(table).forcedRowSecurity()) {
            findings.add(finding(table, asOwner, ": the owner's privileges pass them by unless row security is forced.")
                    .withFix(Sql.of("ALTER TABLE %s FORCE ROW LEVEL SECURITY", ObjectSql.named(table))));
        }
        if (!byAttribute.isEmpty()) {
            findings.add(
                    finding(table, byAttribute, ": BYPASSRLS passes them by.").as(Severity.LOW));
        }
    }

    private SecurityFinding finding(DatabaseObject table, List<String> logins, String how) {
        List<String> objects = new ArrayList<>(List.of(ObjectWords.of(table)));
        objects.addAll(logins);
        return SecurityFinding.of(
                this,
                objects,
                "The policies of " + ObjectWords.of(table) + " do not bind " + ObjectWords.few(logins) + how);
    }
}
