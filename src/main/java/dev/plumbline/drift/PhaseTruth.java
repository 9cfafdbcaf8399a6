package dev.plumbline.drift;

import java.util.Optional;

/** {@code status.phase}: Ready, while the catalog may differ. */
final class PhaseTruth implements TruthField {
    @Override
    public Optional<TruthRow> row(Reading reading) {
        String status = Written.shownOr(reading.resource().statusPhase(), "none yet");
        String spec = "generation " + reading.resource().generation();
        if (!reading.specWrong().isEmpty()) {
            return Optional.of(
                    new TruthRow("Phase", spec, status, "?", TruthRow.Verdict.SPEC_WRONG, reading.specWrong()));
        }
        if (reading.lagging()) {
            String explanation = "The operator last looked at generation "
                    + reading.resource().statusObservedGeneration() + "; the resource is at generation "
                    + reading.resource().generation() + ".";
            return Optional.of(
                    new TruthRow("Phase", spec, status, catalog(reading), TruthRow.Verdict.STATUS_STALE, explanation));
        }
        if (!reading.known()) {
            return Optional.of(new TruthRow("Phase", spec, status, "?", TruthRow.Verdict.UNKNOWN, unknown(reading)));
        }
        boolean good = reading.differing().isEmpty();
        TruthRow.Verdict verdict = TruthField.judge(reading, reading.reportsReady(), good);
        return Optional.of(
                new TruthRow("Phase", spec, status, catalog(reading), verdict, explanation(reading, verdict, status)));
    }

    private static String catalog(Reading reading) {
        if (!reading.known()) {
            return "?";
        }
        int count = reading.differing().size();
        return count == 0 ? "as declared" : count + (count == 1 ? " check differs" : " checks differ");
    }

    private static String unknown(Reading reading) {
        return reading.wanted().isEmpty()
                ? "The resource has no ownership model to compare, so the phase is taken as it is."
                : "The catalog was not read, or not all of it, so the status can be neither believed nor doubted.";
    }

    private static String explanation(Reading reading, TruthRow.Verdict verdict, String status) {
        String message = Written.shown(reading.resource().statusMessage());
        return switch (verdict) {
            case AGREE -> "The catalog holds what the resource declares.";
            case STATUS_LIES ->
                "The resource reports Ready while the catalog differs: the operator sets ownership up"
                        + " once, when it creates the database, and does not look again.";
            case STATUS_STALE -> "The status says " + status + ", though the catalog holds what is declared.";
            case CATALOG_WRONG ->
                "The status says " + status + (message.isEmpty() ? "" : " (" + message + ")")
                        + ", and the catalog differs.";
            case SPEC_WRONG, UNKNOWN -> "";
        };
    }
}
