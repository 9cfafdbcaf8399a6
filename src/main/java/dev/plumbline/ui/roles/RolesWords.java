package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphCounts;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.text.CountWords;
import java.util.List;

/** What is said about a whole graph. */
final class RolesWords {
    private RolesWords() {}

    /** {@code 38 roles · 61 memberships · 2 differ}. */
    static String counts(GraphCounts counts) {
        String differing = counts.differing() == 0 ? "" : " · " + counts.differing() + " differ";
        return CountWords.of(counts.roles(), "role", "roles") + " · "
                + CountWords.of(counts.memberships(), "membership", "memberships") + differing;
    }

    /** What could not be read. */
    static List<String> unknown(AccessReport report) {
        return report.snapshot().catalog().gaps().stream()
                .map(gap -> gap.subject() + ": " + gap.answer())
                .toList();
    }
}
