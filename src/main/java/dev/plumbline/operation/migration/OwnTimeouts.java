package dev.plumbline.operation.migration;

import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.RuleCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the linter says about timeouts that a file does not set: a run of this program sets them for each statement, so there it is kept quiet. */
final class OwnTimeouts {
    private static final Set<RuleCode> SET_BY_THE_RUN = Set.of(RuleCode.PL201, RuleCode.PL202);

    private static final Set<RuleCode> OF_FILES_IN_ORDER = Set.of(RuleCode.PL801);

    private OwnTimeouts() {}

    /** The same of ways back, which are older than what they come behind by their nature. */
    static LintReport withoutOfWaysBack(LintReport report) {
        return without(without(report), OF_FILES_IN_ORDER);
    }

    static LintReport without(LintReport report) {
        return without(report, SET_BY_THE_RUN);
    }

    private static LintReport without(LintReport report, Set<RuleCode> quiet) {
        List<LintFinding> left = new ArrayList<>();
        List<LintFinding> suppressed = new ArrayList<>(report.suppressed());
        report.findings().forEach(finding -> (quiet.contains(finding.code()) ? suppressed : left).add(finding));
        return new LintReport(report.files(), report.statements(), left, suppressed, report.notes());
    }
}
