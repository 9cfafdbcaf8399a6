package dev.plumbline.drift;

import dev.plumbline.model.OwnershipModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row that rests on checks: the status speaks of it only through the ownership phase. */
record CheckTruth(String field, List<String> codes, Function<OwnershipModel.Auto, String> declared)
        implements TruthField {
    private static final int NAMED = 2;

    @Override
    public Optional<TruthRow> row(Reading reading) {
        return reading.wanted().map(wanted -> row(reading, declared.apply(wanted)));
    }

    private TruthRow row(Reading reading, String spec) {
        String status = Written.shownOr(reading.resource().statusOwnershipPhase(), "says nothing");
        List<CheckResult> mine =
                codes.stream().flatMap(code -> reading.check(code).stream()).toList();
        if (!reading.specWrong().isEmpty()) {
            return new TruthRow(field, spec, status, catalog(mine), TruthRow.Verdict.SPEC_WRONG, reading.specWrong());
        }
        Optional<String> unread = unread(mine);
        if (unread.isPresent()) {
            return new TruthRow(field, spec, status, "?", TruthRow.Verdict.UNKNOWN, unread.get());
        }
        boolean good = mine.stream().noneMatch(Reading::differs);
        TruthRow.Verdict verdict = TruthField.judge(reading, claimsGood(reading, good), good);
        return new TruthRow(field, spec, status, catalog(mine), verdict, explanation(verdict, status, mine));
    }

    private static Optional<String> unread(List<CheckResult> mine) {
        if (mine.isEmpty()) {
            return Optional.of("The catalog was not read.");
        }
        return mine.stream()
                .filter(check -> check.state() == State.UNKNOWN)
                .map(CheckResult::note)
                .findFirst();
    }

    /** The phase speaks of ownership as a whole: only that row is wrong when it is not Ready over what stands. */
    private boolean claimsGood(Reading reading, boolean good) {
        String phase = reading.resource().statusOwnershipPhase();
        boolean silent = phase.isEmpty() || codes.size() <= NAMED;
        return phase.equals("Ready") || good && silent;
    }

    private static String catalog(List<CheckResult> mine) {
        long differing = mine.stream().filter(Reading::differs).count();
        if (mine.size() > NAMED) {
            return differing == 0 ? "as declared" : differing + " of " + mine.size() + " checks differ";
        }
        return mine.stream().map(CheckResult::verdict).distinct().collect(Collectors.joining("; "));
    }

    private static String explanation(TruthRow.Verdict verdict, String status, List<CheckResult> mine) {
        List<String> differing = mine.stream()
                .filter(Reading::differs)
                .map(check -> check.title() + ": " + check.verdict())
                .toList();
        String what = String.join("; ", differing.subList(0, Math.min(NAMED, differing.size())))
                + (differing.size() > NAMED ? "; and " + (differing.size() - NAMED) + " more" : "");
        return switch (verdict) {
            case AGREE -> "The catalog holds what the resource declares.";
            case STATUS_LIES ->
                "The status reports ownership Ready, as once set up; the operator does not look again. " + what + ".";
            case STATUS_STALE ->
                what.isEmpty()
                        ? "The status says " + status + ", though the catalog holds what is declared."
                        : "The status is older than the resource's last change. " + what + ".";
            case CATALOG_WRONG ->
                "The catalog differs from the resource, and the status does not claim otherwise. " + what + ".";
            case SPEC_WRONG, UNKNOWN -> "";
        };
    }
}
