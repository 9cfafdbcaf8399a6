package dev.plumbline.ui.overview;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.Visible;
import java.util.Map;

/** What the resource's status says about the subject of a check: a drift it reports, or else its phase. */
final class StatusWords {
    private static final Map<String, String> FIELDS = Map.of(
            "OWN-101", "ownership.role",
            "OWN-102", "ownership.user",
            "OWN-103", "ownership.membership",
            "OWN-104", "ownership.dbOwner");

    private StatusWords() {}

    static String about(CheckResult check, DeclaredDatabase resource) {
        String field = FIELDS.getOrDefault(check.code(), "");
        for (DriftDiff diff : resource.statusDrift().diffs()) {
            if (diff.field().equals(field)) {
                return "drift: " + Visible.text(diff.actual());
            }
        }
        if (field.equals("ownership.dbOwner") && !resource.statusDatabaseOwner().isEmpty()) {
            return Visible.text(resource.statusDatabaseOwner());
        }
        String phase =
                resource.statusOwnershipPhase().isEmpty() ? resource.statusPhase() : resource.statusOwnershipPhase();
        return phase.isEmpty() ? "—" : Visible.text(phase);
    }
}
