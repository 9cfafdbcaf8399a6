package dev.plumbline.access.compare;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Default privileges that are not as they were, a line for each rule and whom it gives something. */
final class DefaultChanges {
    private DefaultChanges() {}

    static List<Change> of(AccessSnapshot before, AccessSnapshot after, Unknowns unknowns) {
        return unknowns.about(Gap.DEFAULT_PRIVILEGES)
                ? List.of()
                : Beside.of(Change.Part.DEFAULT_PRIVILEGES, rules(before), rules(after), subject -> subject);
    }

    private static Map<String, String> rules(AccessSnapshot snapshot) {
        Map<String, String> rules = new HashMap<>();
        for (DefaultPrivilege rule : snapshot.catalog().defaultPrivileges()) {
            String subject = rule.type().word().toLowerCase(java.util.Locale.ROOT) + " that "
                    + rule.creator().shown() + " creates in "
                    + (rule.schema() == null ? "any schema" : rule.schema().shown());
            if (rule.acl().isEmpty()) {
                rules.put(subject, "nothing to anybody");
            }
            for (AclItem item : rule.acl()) {
                rules.merge(
                        subject + ", to " + item.grantee().shown(), item.letters(), (one, other) -> one + "; " + other);
            }
        }
        return rules;
    }
}
