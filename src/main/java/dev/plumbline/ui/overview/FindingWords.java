package dev.plumbline.ui.overview;

import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.Finding;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding as one sentence of the inspector. */
final class FindingWords implements Finding.Cases<String> {
    static String of(Finding finding) {
        return finding.match(new FindingWords());
    }

    @Override
    public String roleMissing(Finding.RoleMissing finding) {
        return (finding.ownerRole() ? "The owner role " : "The app user ")
                + finding.role().shown() + " does not exist.";
    }

    @Override
    public String membershipMissing(Finding.MembershipMissing finding) {
        return finding.member().shown() + " is not a member of "
                + finding.role().shown() + ".";
    }

    @Override
    public String membershipWithoutInherit(Finding.MembershipWithoutInherit finding) {
        return finding.member().shown() + " is a member of " + finding.role().shown()
                + ", but does not inherit its rights.";
    }

    @Override
    public String databaseOwnerDiffers(Finding.DatabaseOwnerDiffers finding) {
        return "Database " + finding.database().shown() + " belongs to "
                + finding.actual().shown() + ", not to " + finding.expected().shown() + ".";
    }

    @Override
    public String defaultPrivilegeMissing(Finding.DefaultPrivilegeMissing finding) {
        DefaultRule rule = finding.rule();
        return words(finding.missing()) + " is not given to " + rule.grantee().shown() + " on "
                + rule.type().word() + " that " + rule.creator().shown() + " creates in "
                + rule.schema().shown() + ".";
    }

    @Override
    public String defaultPrivilegeExtra(Finding.DefaultPrivilegeExtra finding) {
        return words(finding.extra()) + " is given to " + finding.grantee().shown() + " on "
                + finding.type().word() + " that " + finding.creator().shown() + " creates in "
                + schema(finding.schema()) + ", though nothing asks for it.";
    }

    @Override
    public String defaultPrivilegeOfWrongCreator(Finding.DefaultPrivilegeOfWrongCreator finding) {
        DefaultRule rule = finding.rule();
        return "The rule for " + rule.type().word() + " in " + rule.schema().shown() + " is there for objects of "
                + finding.found().creator().shown() + ", not of "
                + rule.creator().shown() + ".";
    }

    @Override
    public String objectsNotCovered(Finding.ObjectsNotCovered finding) {
        int count = finding.objects().size();
        String first = finding.objects().stream()
                .limit(5)
                .map(object -> object.schema().shown() + "." + object.shown())
                .collect(Collectors.joining(", "));
        return count + (count == 1 ? " object is" : " objects are") + " older than the rule and not covered by it: "
                + first + (count > 5 ? " …" : ".");
    }

    @Override
    public String schemaMissing(Finding.SchemaMissing finding) {
        return "Schema " + finding.schema().shown() + " does not exist.";
    }

    private static String schema(@Nullable Name schema) {
        return schema == null ? "any schema" : schema.shown();
    }

    private static String words(Collection<Privilege> privileges) {
        return privileges.stream().map(Privilege::toString).collect(Collectors.joining(", "));
    }
}
