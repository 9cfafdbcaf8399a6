package dev.plumbline.ui.overview;

import dev.plumbline.drift.TruthRow;
import dev.plumbline.drift.TruthRow.Verdict;
import java.util.List;
import java.util.Locale;

/** The truth triangle in one card: the gravest verdict as its title, and why. */
record TruthCard(Verdict verdict, String title, String text) {
    private static final int ROOM = 260;
    private static final List<Verdict> GRAVEST_FIRST = List.of(
            Verdict.STATUS_LIES,
            Verdict.CATALOG_WRONG,
            Verdict.SPEC_WRONG,
            Verdict.STATUS_STALE,
            Verdict.UNKNOWN,
            Verdict.AGREE);

    static TruthCard of(List<TruthRow> rows) {
        for (Verdict verdict : GRAVEST_FIRST) {
            if (verdict != Verdict.AGREE && rows.stream().anyMatch(row -> row.verdict() == verdict)) {
                return new TruthCard(verdict, titleOf(verdict), explanation(rows, verdict));
            }
        }
        return rows.isEmpty()
                ? new TruthCard(
                        Verdict.UNKNOWN,
                        "Nothing to compare",
                        "The resource declares nothing that a catalog could hold.")
                : new TruthCard(
                        Verdict.AGREE, "Spec, status and catalog agree", "Each field says the same in all three.");
    }

    /** As many of the explanations as a card holds, the first always; all of them stand in the table below. */
    private static String explanation(List<TruthRow> rows, Verdict verdict) {
        StringBuilder said = new StringBuilder();
        rows.stream()
                .filter(row -> row.verdict() == verdict)
                .map(TruthRow::explanation)
                .distinct()
                .filter(sentence -> said.isEmpty() || said.length() + sentence.length() <= ROOM)
                .forEach(sentence -> said.append(said.isEmpty() ? "" : " ").append(sentence));
        return said.toString();
    }

    private static String titleOf(Verdict verdict) {
        String shown = verdict.shown();
        return shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }
}
