package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<Integer, List<DatabaseObject>> guarded = new TreeMap<>();
        situation.policies().keySet().forEach(oid -> {
            DatabaseObject table = situation.relation(oid);
            if (table != null
                    && table.origin() == ObjectOrigin.USER
                    && situation.snapshot().relationFacts(table).rowSecurity()) {
                guarded.computeIfAbsent(table.owner(), owner -> new ArrayList<>())
                        .add(table);
            }
        });
        List<SecurityFinding> findings = new ArrayList<>();
        guarded.forEach((owner, tables) -> asOwner(situation, owner, tables, findings));
        guarded.values().forEach(tables -> byAttribute(situation, tables, findings));
        return findings;
    }

    private void asOwner(
            AccessSituation situation, int owner, List<DatabaseObject> tables, List<SecurityFinding> findings) {
        List<DatabaseObject> open = tables.stream()
                .filter(table -> !situation.snapshot().relationFacts(table).forcedRowSecurity())
                .toList();
        List<String> logins = situation.logins().stream()
                .filter(login -> !login.bypassRowSecurity() && holds(situation, login, owner))
                .map(login -> login.name().shown())
                .toList();
        if (!open.isEmpty() && !logins.isEmpty()) {
            findings.add(finding(open, logins, ": the owner's privileges pass them by unless row security is forced.")
                    .withFix(open.stream()
                            .map(table -> Sql.of("ALTER TABLE %s FORCE ROW LEVEL SECURITY", ObjectSql.named(table)))
                            .toList()));
        }
    }

    private static boolean holds(AccessSituation situation, Role login, int owner) {
        Integer number = situation.index().of(login.name());
        return number != null
                && situation.index().isKnown(owner)
                && situation.closure().holds(number, owner);
    }

    private void byAttribute(AccessSituation situation, List<DatabaseObject> tables, List<SecurityFinding> findings) {
        for (Role login : situation.logins()) {
            Integer number = situation.index().of(login.name());
            if (number != null && login.bypassRowSecurity()) {
                List<DatabaseObject> reached = tables.stream()
                        .filter(table -> situation.privileges().row(table).held(number) != 0)
                        .toList();
                if (!reached.isEmpty()) {
                    List<String> logins = List.of(login.name().shown());
                    findings.add(finding(reached, logins, ": BYPASSRLS passes them by.")
                            .as(Severity.LOW));
                }
            }
        }
    }

    private SecurityFinding finding(List<DatabaseObject> tables, List<String> logins, String how) {
        List<String> objects = new ArrayList<>(ObjectWords.all(tables));
        String named = ObjectWords.few(objects);
        objects.addAll(logins);
        return SecurityFinding.of(
                this, objects, "The policies of " + named + " do not bind " + ObjectWords.few(logins) + how);
    }
}
