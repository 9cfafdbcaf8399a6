package dev.plumbline.migration.lint.report;

import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;

/** For a terminal: a line for each finding, below it what to do, and the counts last. Names are shown with what could deceive the eye as escapes. */
public final class LintText {
    private LintText() {}

    public static List<String> of(LintReport report) {
        List<String> lines = new ArrayList<>();
        for (LintFinding finding : report.findings()) {
            lines.add(Visible.text(finding.shown()));
            lines.add("    " + Visible.text(finding.found().advice()));
            for (Rewrite rewrite : finding.found().rewrites()) {
                lines.addAll(indented(rewrite));
            }
        }
        report.notes().forEach(note -> lines.add("note: " + Visible.text(note)));
        lines.add(counts(report));
        return lines;
    }

    private static List<String> indented(Rewrite rewrite) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Rewrite.File file : rewrite.files()) {
            number++;
            lines.add("    instead" + (rewrite.files().size() > 1 ? ", file " + number : "") + ":");
            file.text().lines().forEach(line -> lines.add(line.isEmpty() ? "" : "        " + Visible.text(line)));
        }
        if (!rewrite.note().isEmpty()) {
            lines.add("    " + Visible.text(rewrite.note()));
        }
        return lines;
    }

    /** Such as {@code 2 files, 5 statements: 1 error, 2 warnings, 0 advices; 1 kept quiet}. */
    public static String counts(LintReport report) {
        return many(report.files(), "file") + ", " + many(report.statements(), "statement") + ": "
                + many(count(report, Severity.ERROR), "error") + ", "
                + many(count(report, Severity.WARNING), "warning") + ", "
                + count(report, Severity.ADVICE) + " advice; "
                + report.suppressed().size() + " kept quiet";
    }

    private static int count(LintReport report, Severity severity) {
        return (int) report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
