package dev.plumbline.cli.structure;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.SchemaReports;
import java.util.Collection;

/** A rename that was asked for and is not done is no reason to add a column instead. */
final class SchemaRenames {
    private SchemaRenames() {}

    /** @throws ProblemException STR-404 when one of them was not taken for a rename, though the table could be compared */
    static void require(Collection<String> asked, SchemaReports reports) {
        for (String words : asked) {
            boolean taken = reports.reports().stream()
                    .flatMap(report -> report.drift().stream())
                    .flatMap(drift -> drift.renamed().stream())
                    .anyMatch(renamed -> renamed.isMeantBy(words));
            boolean compared =
                    reports.reports().stream().anyMatch(report -> report.drift().isPresent());
            if (compared && !taken) {
                throw new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "STR-404",
                        "Renaming",
                        "\"" + Visible.text(words) + "\"",
                        "it is not offered: the resource asks for no missing column that is like one beyond it of these names.",
                        "Run drift without --rename; it tells what may be renamed."));
            }
        }
    }
}
