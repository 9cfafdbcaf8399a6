package dev.plumbline.cli.access;

import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.MeasuredRow;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.StatementVerdict;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.PreflightAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A preflight as a page for a ticket. */
final class PreflightMarkdown {
    private PreflightMarkdown() {}

    static List<String> of(PreflightAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("# May " + cell(answer.report().question().role().shown()) + " migrate?");
        lines.add("");
        head(lines, "may", "operation", "schema", "by, or what is missing", "the page");
        for (PreflightRow row : answer.report().rows()) {
            lines.add(bar(
                    PreflightText.may(row.answer()),
                    row.operation().title(),
                    row.place(),
                    PreflightText.because(row),
                    row.operation().page().shown()));
        }
        if (!answer.statements().isEmpty()) {
            lines.add("");
            head(lines, "may", "file", "line", "operation", "why", "statement");
            for (StatementVerdict verdict : answer.statements()) {
                Operation operation = verdict.operation();
                lines.add(bar(
                        PreflightText.may(verdict.answer()),
                        verdict.file(),
                        Integer.toString(verdict.line()),
                        operation == null ? "" : operation.word(),
                        verdict.why(),
                        verdict.beginning()));
            }
        }
        if (answer.measured() != null) {
            lines.add("");
            measured(lines, answer.measured());
        }
        lines.add("");
        lines.add("TLS " + cell(answer.tls().shown()));
        return lines;
    }

    private static void measured(List<String> lines, MeasuredReport measured) {
        head(lines, "operation", "schema", "claimed", "measured", "SQLSTATE");
        for (MeasuredRow row : measured.rows()) {
            lines.add(bar(
                    row.claimed().operation().title(),
                    row.claimed().place(),
                    row.claimed().answer().word(),
                    row.wasTried() ? row.measured().word() : "not tried",
                    row.states()));
        }
    }

    private static void head(List<String> lines, String... titles) {
        lines.add(bar(titles));
        lines.add("|" + "---|".repeat(titles.length));
    }

    private static String bar(String... cells) {
        return Stream.of(cells).map(PreflightMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(String text) {
        return Visible.text(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
    }
}
