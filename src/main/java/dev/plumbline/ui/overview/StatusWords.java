package dev.plumbline.ui.overview;

import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.Finding;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.Visible;
import java.util.Optional;

/** What the resource's status says about the subject of a check. */
final class StatusWords {
    private StatusWords() {}

    static String about(CheckResult check, DeclaredDatabase resource) {
        Optional<DriftDiff> reported = reported(check, resource);
        if (reported.isPresent()) {
            return "drift: " + Visible.text(reported.get().actual());
        }
        if (resource.statusPhase().isEmpty()) {
            return "nothing";
        }
        return Visible.text(resource.statusPhase());
    }

    private static Optional<DriftDiff> reported(CheckResult check, DeclaredDatabase resource) {
        return check.findings().stream()
                .map(Finding::driftDiff)
                .flatMap(Optional::stream)
                .flatMap(found -> resource.statusDrift().diffs().stream()
                        .filter(diff -> diff.field().equals(found.field())))
                .findFirst();
    }
}
