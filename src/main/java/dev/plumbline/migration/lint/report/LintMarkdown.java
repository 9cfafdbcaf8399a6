package dev.plumbline.migration.lint.report;

import dev.plumbline.migration.lint.LintReport;
import java.util.ArrayList;
import java.util.List;

/** For a ticket or a review: a heading and the text report, fenced so that nothing in it is markup. */
public final class LintMarkdown {
    private LintMarkdown() {}

    public static List<String> of(LintReport report) {
        List<String> text = LintText.of(report);
        StringBuilder fence = new StringBuilder("```");
        while (text.stream().anyMatch(line -> line.contains(fence))) {
            fence.append('`');
        }
        List<String> lines = new ArrayList<>(List.of("# Migration lint", "", fence + "text"));
        lines.addAll(text);
        lines.add(fence.toString());
        return lines;
    }
}
