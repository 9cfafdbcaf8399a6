package dev.plumbline.migration.lint;

import java.util.List;

/**
 * @param findings in the order of files and statements
 * @param suppressed findings that a comment or the configuration keeps quiet, which are counted and can be shown
 * @param notes sentences about the files that are no findings
 */
public record LintReport(
        int files, int statements, List<LintFinding> findings, List<LintFinding> suppressed, List<String> notes) {
    public LintReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        notes = List.copyOf(notes);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
