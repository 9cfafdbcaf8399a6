package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row that rests on checks: the status speaks of it only through the ownership phase. */
record CheckTruth(String field, List<String> codes, Function<OwnershipModel.Auto, String> declared)
        implements TruthField {
    @Override
    public Optional<TruthRow> row(Reading reading) {
        return reading.wanted().map(wanted -> row(reading, declared.apply(wanted)));
    }

    private TruthRow row(Reading reading, String spec) {
        String status = TruthField.shownOr(reading.resource().statusOwnershipPhase(), "says nothing");
        List<CheckResult> mine =
                codes.stream().flatMap(code -> reading.check(code).stream()).toList();
        if (!reading.specWrong().isEmpty()) {
            return new TruthRow(field, spec, status, catalog(mine), TruthRow.Verdict.SPEC_WRONG, reading.specWrong());
        }
        boolean unread = mine.isEmpty() || mine.stream().anyMatch(check -> check.state() == State.UNKNOWN);
        if (unread) {
            String why =
                    mine.isEmpty() ? "The catalog was not read." : mine.get(0).note();
            return new TruthRow(field, spec, status, "?", TruthRow.Verdict.UNKNOWN, why);
        }
        boolean good = mine.stream().noneMatch(Reading::differs);
        boolean claimed = reading.resource().statusOwnershipPhase().equals("Ready");
        boolean claims = good || claimed;
        TruthRow.Verdict verdict = TruthField.judge(reading, claims, good);
        return new TruthRow(field, spec, status, catalog(mine), verdict, explanation(verdict, mine));
    }

    private static String catalog(List<CheckResult> mine) {
        return mine.stream().map(CheckResult::verdict).distinct().collect(Collectors.joining("; "));
    }

    private static String explanation(TruthRow.Verdict verdict, List<CheckResult> mine) {
        String what = mine.stream()
                .filter(Reading::differs)
                .map(check -> check.title() + ": " + check.verdict())
                .collect(Collectors.joining("; "));
        return switch (verdict) {
            case AGREE -> "The catalog holds what the resource declares.";
            case STATUS_LIES -> "The status reports ownership Ready, and the operator never looks again. " + what + ".";
            case STATUS_STALE -> "The status is older than the resource's last change. " + what + ".";
            case CATALOG_WRONG ->
                "The catalog differs from the resource, and the status does not claim otherwise. " + what + ".";
            case SPEC_WRONG, UNKNOWN -> "";
        };
    }
}
