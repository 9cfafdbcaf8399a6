package dev.plumbline.drift.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as the lines of a scenario's results. */
final class FindingText {
    private FindingText() {}

    static List<String> lines(List<SecurityFinding> findings) {
        List<String> lines = new ArrayList<>();
        for (SecurityFinding finding : findings) {
            String weight =
                    finding.isUnknown() ? "UNKNOWN" : finding.severity().name().toUpperCase(Locale.ROOT);
            lines.add(finding.code() + " " + weight + ": " + finding.sentence());
            lines.add("  of: " + String.join(" | ", finding.objects()));
            finding.fix().forEach(sql -> lines.add((finding.destructive() ? "  destructive: " : "  fix: ") + sql));
        }
        return lines;
    }
}
