package dev.plumbline.drift;

import dev.plumbline.model.DriftDiff;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of {@code status.drift.diffs[].field} that speak of ownership, the operator's own and the repair's. */
final class DriftFields {
    private static final String OWNER = "owner";
    private static final String SCHEMAS = "schemas.missing";
    private static final Set<String> OPERATOR_SEES = Set.of("OWN-104", "SCH-301");

    private DriftFields() {}

    static boolean isKnown(String field) {
        return field.startsWith("ownership.") || field.equals(OWNER) || field.equals(SCHEMAS);
    }

    /** Every field that would be listed if somebody wrote the status now. */
    static Set<String> now(List<CheckResult> checks) {
        Set<String> fields = new TreeSet<>();
        for (CheckResult check : checks) {
            for (Finding finding : check.findings()) {
                finding.driftDiff().map(DriftDiff::field).ifPresent(fields::add);
                if (finding instanceof Finding.DatabaseOwnerDiffers) {
                    fields.add(OWNER);
                }
                if (finding instanceof Finding.SchemaMissing) {
                    fields.add(SCHEMAS);
                }
            }
        }
        return fields;
    }

    /** The operator's drift detection looks at owner, encoding, extensions and schemas, and at nothing else of a database. */
    static boolean operatorIsBlindTo(CheckResult check) {
        return !OPERATOR_SEES.contains(check.code());
    }
}
