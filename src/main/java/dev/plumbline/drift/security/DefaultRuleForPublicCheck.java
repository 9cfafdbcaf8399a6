package dev.plumbline.drift.security;

import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SEC-417: a rule by which whatever a role creates from now on is open to everybody. */
final class DefaultRuleForPublicCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-417";
    }

    @Override
    public String title() {
        return "Default privileges for PUBLIC";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.DEFAULT_PRIVILEGES);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<DefaultPrivilege> rules = situation.snapshot().catalog().defaultPrivileges();
        List<SecurityFinding> findings = new ArrayList<>();
        for (DefaultPrivilege rule : rules) {
            List<Sql> words = new ArrayList<>();
            List<String> shown = new ArrayList<>();
            for (Privilege privilege : ofPublic(rule)) {
                if (!isBuiltIn(rule, privilege, rules)) {
                    shown.add(privilege.word());
                    words.add(new Sql(privilege.word()));
                }
            }
            if (!shown.isEmpty() && (rule.isForAllRoles() || situation.index().of(rule.creator()) != null)) {
                findings.add(finding(rule, shown, Sql.join(", ", words)));
            }
        }
        return findings;
    }

    private SecurityFinding finding(DefaultPrivilege rule, List<String> shown, Sql words) {
        String where =
                rule.schema() == null ? "" : " in schema " + rule.schema().shown();
        return SecurityFinding.of(
                        this,
                        List.of(rule.creator().shown(), rule.type().word() + where),
                        rule.type().word() + " that "
                                + (rule.isForAllRoles()
                                        ? "any role"
                                        : rule.creator().shown()) + " creates" + where + " will be open to everybody: "
                                + String.join(", ", shown) + " for PUBLIC.")
                .withFix(DefaultSql.revoke(rule.creator(), rule.schema(), words, rule.type(), Grantee.PUBLIC));
    }

    private static Set<Privilege> ofPublic(DefaultPrivilege rule) {
        Set<Privilege> held = new TreeSet<>();
        rule.acl().stream().filter(item -> item.grantee().isPublic()).forEach(item -> held.addAll(item.held()));
        return held;
    }

    /** EXECUTE and USAGE on types are PUBLIC's anyway, until the creator's rule for any schema takes them away. */
    private static boolean isBuiltIn(DefaultPrivilege rule, Privilege privilege, List<DefaultPrivilege> rules) {
        boolean given = rule.type() == ObjectType.FUNCTIONS && privilege.equals(Privilege.EXECUTE)
                || rule.type() == ObjectType.TYPES && privilege.equals(Privilege.USAGE);
        return given
                && rules.stream()
                        .filter(other -> other.schema() == null
                                && other.type() == rule.type()
                                && other.creator().equals(rule.creator()))
                        .allMatch(other -> ofPublic(other).contains(privilege));
    }
}
