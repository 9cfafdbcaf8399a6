package dev.plumbline.cli.structure;

import dev.plumbline.drift.velocity.RecoveryAnswer;
import dev.plumbline.drift.velocity.RecoveryOption;
import dev.plumbline.model.Visible;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.util.ArrayList;
import java.util.List;

/** The three ways to recover a table in lines for a terminal, one after the other. */
final class RecoveryText {
    private RecoveryText() {}

    static List<String> of(SchemaReports reports, SchemaReport report, List<RecoveryOption> ways) {
        List<String> lines = new ArrayList<>();
        lines.add(reports.connection());
        lines.add("SchemaDefinition " + report.definition().ref().shown());
        ways.forEach(way -> way(way, lines));
        return lines;
    }

    static String place(SchemaDefinition definition) {
        return Visible.text(definition.ref().name()) + " -n "
                + Visible.text(definition.ref().namespace());
    }

    private static void way(RecoveryOption way, List<String> lines) {
        lines.add("");
        lines.add(way.route().title() + ": " + way.verdict().shown() + "  ("
                + way.route().option() + ")");
        for (RecoveryAnswer answer : way.answers()) {
            lines.add("  " + answer.outcome().sign() + " "
                    + answer.finding().cause().code() + " "
                    + answer.finding().name().kind().word() + " "
                    + Visible.text(answer.finding().name().name()) + ": "
                    + answer.outcome().shown());
            lines.add("      " + answer.sentence());
        }
        lines.add("  How:");
        int number = 1;
        for (String sentence : way.does()) {
            lines.add("    " + number++ + ". " + Visible.text(sentence));
        }
        lines.add("  What is lost:" + (way.lossIsFinal() ? "  (some data cannot come back)" : ""));
        way.loses().forEach(sentence -> lines.add("    • " + sentence));
        lines.add("  What Velocity's page says otherwise:");
        way.pageSays().forEach(sentence -> lines.add("    ✎ " + sentence));
    }
}
