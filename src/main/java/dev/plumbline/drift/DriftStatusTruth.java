package dev.plumbline.drift;

import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code status.drift}: what somebody last wrote, beside what the catalog holds now. */
final class DriftStatusTruth implements TruthField {
    private static final String FIELD = "Drift status";

    @Override
    public Optional<TruthRow> row(Reading reading) {
        DriftStatus status = reading.resource().statusDrift();
        String shown = status.detected() ? "drift in " + fields(status.diffs()) : "no drift";
        String spec = "—";
        if (reading.wanted().isEmpty()) {
            return Optional.empty();
        }
        if (!reading.specWrong().isEmpty()) {
            return Optional.of(new TruthRow(FIELD, spec, shown, "?", TruthRow.Verdict.SPEC_WRONG, reading.specWrong()));
        }
        if (!reading.known()) {
            String why = "The catalog was not read, or not all of it, so status.drift cannot be judged.";
            return Optional.of(new TruthRow(FIELD, spec, shown, "?", TruthRow.Verdict.UNKNOWN, why));
        }
        int count = reading.differing().size();
        String catalog = count == 0 ? "no drift" : count + (count == 1 ? " check differs" : " checks differ");
        return Optional.of(
                status.detected() ? detected(reading, shown, catalog) : notDetected(reading, shown, catalog));
    }

    private static TruthRow detected(Reading reading, String shown, String catalog) {
        Set<String> now = DriftFields.now(reading.differing());
        List<DriftDiff> over = reading.resource().statusDrift().diffs().stream()
                .filter(diff -> DriftFields.isKnown(diff.field()) && !now.contains(diff.field()))
                .toList();
        if (!over.isEmpty() || reading.differing().isEmpty()) {
            String which = over.isEmpty() ? "drift" : fields(over);
            return row(
                    shown,
                    catalog,
                    TruthRow.Verdict.STATUS_STALE,
                    "The status still lists " + which + ", which the catalog no longer shows.");
        }
        return row(
                shown,
                catalog,
                TruthRow.Verdict.CATALOG_WRONG,
                "The status names drift that is there; the operator"
                        + " itself looks only at owner, encoding, extensions and schemas.");
    }

    private static TruthRow notDetected(Reading reading, String shown, String catalog) {
        if (reading.differing().isEmpty()) {
            return row(shown, catalog, TruthRow.Verdict.AGREE, "Neither the status nor the catalog shows drift.");
        }
        String checked = reading.resource().statusDrift().lastChecked();
        if (checked.isEmpty() || reading.lagging()) {
            return row(
                    shown,
                    catalog,
                    TruthRow.Verdict.STATUS_STALE,
                    checked.isEmpty()
                            ? "Drift was never checked for this resource."
                            : "Drift was last checked before the resource changed.");
        }
        String reports =
                (reading.reportsReady() ? "The resource reports Ready and no drift" : "The status reports no drift");
        boolean unseen = reading.differing().stream().anyMatch(DriftFields::operatorIsBlindTo);
        return row(
                shown,
                catalog,
                TruthRow.Verdict.STATUS_LIES,
                unseen
                        ? reports + "; the operator does not look at roles, memberships or default privileges."
                        : reports + ", last checked " + Written.shown(checked) + "; the catalog differs now.");
    }

    private static TruthRow row(String shown, String catalog, TruthRow.Verdict verdict, String explanation) {
        return new TruthRow(FIELD, "—", shown, catalog, verdict, explanation);
    }

    private static String fields(List<DriftDiff> diffs) {
        Set<String> names = diffs.stream().map(DriftDiff::field).collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? "no field" : Written.shown(String.join(", ", names));
    }
}
