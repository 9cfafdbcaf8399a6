package dev.plumbline.cli.access;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.MeasuredRow;
import dev.plumbline.access.preflight.Need;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.StatementVerdict;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.operation.PreflightAnswer;
import java.util.ArrayList;
import java.util.List;

/** A preflight as lines for a terminal. */
final class PreflightText {
    private PreflightText() {}

    static List<String> of(PreflightAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("May " + answer.report().question().role().shown() + " migrate? "
                + answer.report().count(Answer.YES) + " yes, " + answer.report().count(Answer.NO) + " no, "
                + answer.report().count(Answer.CANNOT_TELL) + " cannot tell");
        lines.add("");
        TextTable table = new TextTable("MAY", "OPERATION", "SCHEMA", "BY, OR WHAT IS MISSING");
        for (PreflightRow row : answer.report().rows()) {
            table.row(may(row.answer()), row.operation().title(), row.place(), because(row));
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add("Where the page \"Database privileges\" is not the server:");
        for (Operation operation : Operation.values()) {
            if (!operation.page().shown().isEmpty()) {
                lines.add("  " + operation.title() + ": " + operation.page().shown());
            }
        }
        addStatements(lines, answer.statements());
        if (answer.measured() != null) {
            addMeasured(lines, answer.measured());
        }
        lines.add("");
        lines.add("TLS " + answer.tls().shown());
        return lines;
    }

    private static void addStatements(List<String> lines, List<StatementVerdict> statements) {
        if (statements.isEmpty()) {
            return;
        }
        lines.add("");
        TextTable table = new TextTable("MAY", "FILE", "LINE", "OPERATION", "BY, OR WHAT IS MISSING", "STATEMENT");
        for (StatementVerdict verdict : statements) {
            Operation operation = verdict.operation();
            table.row(
                    may(verdict.answer()),
                    verdict.file(),
                    Integer.toString(verdict.line()),
                    operation == null ? "–" : operation.word(),
                    verdict.answer() == Answer.NO ? what(verdict.needs()) : verdict.why(),
                    verdict.beginning());
        }
        lines.addAll(table.lines());
    }

    private static void addMeasured(List<String> lines, MeasuredReport measured) {
        lines.add("");
        TextTable table = new TextTable("CLAIMED", "MEASURED", "OPERATION", "SCHEMA", "TRIED", "SQLSTATE");
        for (MeasuredRow row : measured.rows()) {
            table.row(
                    row.claimed().answer().word(),
                    (row.wasTried() ? row.measured().word() : "not tried") + (row.disagrees() ? " ≠" : ""),
                    row.claimed().operation().title(),
                    row.claimed().place(),
                    Integer.toString(row.answers().size()),
                    row.states());
        }
        lines.addAll(table.lines());
        lines.add("Everything that was tried was rolled back; "
                + (measured.disagreements().isEmpty()
                        ? "nothing measured contradicts a claim."
                        : measured.disagreements().size() + " claims are contradicted (≠): the server is right."));
    }

    static String may(Answer answer) {
        return answer.sign() + " " + answer.word();
    }

    static String because(PreflightRow row) {
        return row.answer() == Answer.NO ? what(row.needs()) : row.path();
    }

    private static String what(Need need) {
        return need.isSuperuser()
                ? need.what() + ": let one run it"
                : need.sql().text();
    }

    /** The first statements that would give it, so that a line stays a line. */
    private static String what(List<Need> needs) {
        List<String> statements =
                needs.stream().map(PreflightText::what).distinct().toList();
        String first = String.join("; ", statements.subList(0, Math.min(2, statements.size())));
        return statements.size() > 2 ? first + "; and " + (statements.size() - 2) + " more" : first;
    }
}
