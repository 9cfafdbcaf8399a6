package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-416: policies that say which rows who may see, on a table that does not ask them. */
final class PoliciesWithoutRowSecurityCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-416";
    }

    @Override
    public String title() {
        return "Policies while row security is off";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROW_SECURITY;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        situation.policies().forEach((oid, policies) -> {
            DatabaseObject table = situation.relation(oid);
            if (table != null
                    && table.origin() == ObjectOrigin.USER
                    && !situation.snapshot().relationFacts(table).rowSecurity()) {
                List<String> names =
                        policies.stream().map(policy -> policy.name().shown()).toList();
                List<String> objects = new ArrayList<>(List.of(ObjectWords.of(table)));
                names.forEach(name -> objects.add("policy " + name));
                findings.add(SecurityFinding.of(
                                this,
                                objects,
                                ObjectWords.of(table) + " has policies (" + ObjectWords.few(names)
                                        + ") but row security is off: they have no effect.")
                        .withFix(Sql.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", ObjectSql.named(table))));
            }
        });
        return findings;
    }
}
