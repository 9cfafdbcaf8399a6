package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings of all levels of evidence as one report, in the order of files and statements. */
final class Together {
    private static final Comparator<LintFinding> BY_PLACE = Comparator.comparing(
                    (LintFinding finding) -> finding.statement().file().name())
            .thenComparing(LintFinding::statement, Comparator.comparingInt(MigrationStatement::number));

    private Together() {}

    static LintReport of(LintReport parsed, List<LintFinding> live, List<LintFinding> data, List<String> notes) {
        List<LintFinding> all = new ArrayList<>(parsed.findings());
        all.addAll(live);
        all.addAll(data);
        all.sort(BY_PLACE);
        List<String> told = new ArrayList<>(parsed.notes());
        told.addAll(notes);
        return new LintReport(parsed.files(), parsed.statements(), all, parsed.suppressed(), told);
    }
}
