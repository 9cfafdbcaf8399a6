package dev.plumbline.ui.overview;

import dev.plumbline.drift.TruthRow;
import dev.plumbline.drift.TruthRow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The truth triangle in one card: the gravest verdict as its title, and why. */
record TruthCard(Verdict verdict, String title, String text) {
    private static final List<Verdict> GRAVEST_FIRST = List.of(
            Verdict.STATUS_LIES,
            Verdict.CATALOG_WRONG,
            Verdict.SPEC_WRONG,
            Verdict.STATUS_STALE,
            Verdict.UNKNOWN,
            Verdict.AGREE);

    static TruthCard of(List<TruthRow> rows) {
        for (Verdict verdict : GRAVEST_FIRST) {
            List<String> said = new ArrayList<>();
            rows.stream()
                    .filter(row ->
                            row.verdict() == verdict && !row.explanation().isEmpty())
                    .map(TruthRow::explanation)
                    .distinct()
                    .forEach(said::add);
            if (verdict != Verdict.AGREE && rows.stream().anyMatch(row -> row.verdict() == verdict)) {
                return new TruthCard(verdict, titleOf(verdict), String.join(" ", said));
            }
        }
        return rows.isEmpty()
                ? new TruthCard(
                        Verdict.UNKNOWN,
                        "Nothing to compare",
                        "The resource declares nothing that a catalog could hold.")
                : new TruthCard(Verdict.AGREE, "Spec, status and catalog agree", "");
    }

    private static String titleOf(Verdict verdict) {
        String shown = verdict.shown();
        return shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }
}
