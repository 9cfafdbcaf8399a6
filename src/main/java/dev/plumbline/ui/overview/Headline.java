package dev.plumbline.ui.overview;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.State;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.text.CountWords;

/** The one sentence over a Database's overview. */
final class Headline {
    private Headline() {}

    static String of(OwnershipReport report) {
        if (!report.notApplicable().isEmpty()) {
            return report.notApplicable();
        }
        if (report.problem().isPresent()) {
            return "Could not read the catalog";
        }
        long unknown = count(report, State.UNKNOWN);
        String known = differing(differing(report), unknown);
        return unknown == 0 ? known : known + ", " + unknownWords(unknown);
    }

    /** How many checks found something to repair. */
    static long differing(OwnershipReport report) {
        return count(report, State.MISSING) + count(report, State.DRIFT) + count(report, State.PARTIAL);
    }

    private static String differing(long count, long unknown) {
        if (count == 0) {
            return unknown == 0
                    ? "Nothing differs from what the cluster declares"
                    : "Nothing known differs from what the cluster declares";
        }
        return CountWords.atHead(count) + (count == 1 ? " thing differs" : " things differ")
                + " from what the cluster declares";
    }

    private static String unknownWords(long unknown) {
        return unknown == 1
                ? "one check is unknown"
                : CountWords.atHead(unknown).toLowerCase(java.util.Locale.ROOT) + " checks are unknown";
    }

    private static long count(OwnershipReport report, State state) {
        return report.checks().stream()
                .map(CheckResult::state)
                .filter(state::equals)
                .count();
    }
}
