package dev.plumbline.cli.access;

import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.drift.security.Severity;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;

/** Findings for a terminal and as a page; names that could deceive the eye are escaped, also in statements. */
final class FindingsText {
    private FindingsText() {}

    static List<String> table(List<SecurityFinding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("", "SEVERITY", "CODE", "FINDING");
        findings.forEach(finding ->
                table.row(String.valueOf(finding.sign()), finding.weight(), finding.code(), sentence(finding)));
        List<String> lines = new ArrayList<>(table.lines());
        findings.stream().filter(finding -> !finding.fix().isEmpty()).forEach(finding -> {
            lines.add("");
            lines.add(finding.code() + ", " + Visible.text(String.join(", ", finding.objects()))
                    + (finding.destructive() ? ", destructive" : "") + ":");
            finding.fix().forEach(sql -> lines.add("    " + statement(sql)));
        });
        return lines;
    }

    static List<String> markdown(List<SecurityFinding> findings) {
        List<String> lines =
                new ArrayList<>(List.of("| severity | code | finding | statements |", "|---|---|---|---|"));
        for (SecurityFinding finding : findings) {
            String statements = String.join(
                    "<br>",
                    finding.fix().stream()
                            .map(sql -> "`" + cell(statement(sql)) + "`")
                            .toList());
            lines.add("| " + finding.weight() + " | " + finding.code() + " | " + cell(Visible.text(sentence(finding)))
                    + " | " + (finding.destructive() ? "destructive: " : "") + statements + " |");
        }
        return lines;
    }

    /** How many there are of each severity, as a sentence. */
    static String counted(List<SecurityFinding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.isFound() && finding.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(count + " " + severity.word());
            }
        }
        long elsewhere = findings.stream().filter(finding -> !finding.applies()).count();
        String notHere = elsewhere == 0 ? "" : " " + elsewhere + " checks do not apply here.";
        long unknown = findings.stream().filter(SecurityFinding::isUnknown).count();
        return (parts.isEmpty() ? "No findings" : "Findings: " + String.join(", ", parts))
                + (unknown == 0
                        ? "."
                        : "; " + unknown + (unknown == 1 ? " check" : " checks") + " could not be answered.")
                + notHere;
    }

    private static String sentence(SecurityFinding finding) {
        return finding.isUnknown() ? finding.sentence() + " " + finding.unknownBecause() : finding.sentence();
    }

    private static String statement(Sql sql) {
        return Visible.text(sql.text()) + ";";
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("`", "'").replace("<", "&lt;");
    }
}
