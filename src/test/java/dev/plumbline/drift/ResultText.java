package dev.plumbline.drift;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnedObject;
import dev.plumbline.model.Privilege;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results as scenarios state them: a line per check, then its note and its findings, without oids. */
final class ResultText implements Finding.Cases<String> {
    static List<String> lines(List<CheckResult> results) {
        List<String> lines = new ArrayList<>();
        for (CheckResult result : results) {
            lines.add(result.code() + " " + result.state() + ": " + result.verdict() + " | " + result.actual());
            if (!result.note().isEmpty()) {
                lines.add("  note: " + result.note());
            }
            result.findings().forEach(finding -> lines.add("  - " + finding.match(new ResultText())));
        }
        return lines;
    }

    @Override
    public String roleMissing(Finding.RoleMissing finding) {
        return "role missing: " + finding.role().text() + (finding.ownerRole() ? " NOLOGIN" : " LOGIN");
    }

    @Override
    public String membershipMissing(Finding.MembershipMissing finding) {
        return "membership missing: " + finding.member().text() + " in "
                + finding.role().text();
    }

    @Override
    public String membershipWithoutInherit(Finding.MembershipWithoutInherit finding) {
        return "membership without inherit: " + finding.member().text() + " in "
                + finding.role().text();
    }

    @Override
    public String databaseOwnerDiffers(Finding.DatabaseOwnerDiffers finding) {
        return "database owner differs: " + finding.actual().text() + ", wanted "
                + finding.expected().text();
    }

    @Override
    public String defaultPrivilegeMissing(Finding.DefaultPrivilegeMissing finding) {
        return "default missing: " + shown(finding.rule()) + " lacks " + words(finding.missing());
    }

    @Override
    public String defaultPrivilegeExtra(Finding.DefaultPrivilegeExtra finding) {
        return "default extra: for " + finding.creator().text() + " in " + schema(finding.schema()) + " "
                + finding.type() + " to " + finding.grantee().shown() + " " + words(finding.extra());
    }

    @Override
    public String defaultPrivilegeOfWrongCreator(Finding.DefaultPrivilegeOfWrongCreator finding) {
        DefaultPrivilege found = finding.found();
        return "default of wrong creator: for " + found.creator().text() + " in " + schema(found.schema()) + ", wanted "
                + shown(finding.rule());
    }

    @Override
    public String objectsNotCovered(Finding.ObjectsNotCovered finding) {
        return "objects not covered: " + shown(finding.rule()) + ": "
                + finding.objects().stream().map(OwnedObject::shown).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String schemaMissing(Finding.SchemaMissing finding) {
        return "schema missing: " + finding.schema().text();
    }

    private static String shown(DefaultRule rule) {
        return rule.direction().word() + " " + rule.creator().text() + " in "
                + rule.schema().text() + " " + rule.type() + " to "
                + rule.grantee().text();
    }

    private static String schema(@Nullable Name schema) {
        return Optional.ofNullable(schema).map(Name::text).orElse("any");
    }

    private static String words(Collection<Privilege> privileges) {
        return privileges.stream().map(Privilege::word).collect(Collectors.joining(","));
    }
}
