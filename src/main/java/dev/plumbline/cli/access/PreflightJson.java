package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.MeasuredRow;
import dev.plumbline.access.preflight.Need;
import dev.plumbline.access.preflight.Operation;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.access.preflight.StatementVerdict;
import dev.plumbline.cli.output.Console;
import dev.plumbline.operation.PreflightAnswer;
import java.util.List;
import java.util.Locale;

/** A preflight for programs: names as they are, words in lower case. */
final class PreflightJson {
    private PreflightJson() {}

    static ObjectNode of(PreflightAnswer answer) {
        ObjectNode root = Console.mapper().createObjectNode();
        root.put("role", answer.report().question().role().text());
        root.put("tracking_schema", answer.report().question().tracking().text());
        ArrayNode operations = root.putArray("operations");
        answer.report().rows().forEach(row -> operation(operations.addObject(), row));
        ArrayNode statements = root.putArray("statements");
        answer.statements().forEach(verdict -> statement(statements.addObject(), verdict));
        ObjectNode tls = root.putObject("tls");
        tls.put("mode", answer.tls().mode().word());
        tls.put("verdict", answer.tls().verdict().name().toLowerCase(Locale.ROOT));
        tls.put("words", answer.tls().words());
        if (answer.measured() != null) {
            measured(root.putArray("measured"), answer.measured());
        }
        return root;
    }

    private static void operation(ObjectNode node, PreflightRow row) {
        node.put("operation", row.operation().word());
        node.put("schema", row.schema() == null ? null : row.schema().text());
        node.put("answer", row.answer().word());
        node.put("path", row.path());
        node.put("objects", row.asked());
        needs(node.putArray("missing"), row.needs());
        ObjectNode page = node.putObject("page");
        page.put("truth", row.operation().page().truth().name().toLowerCase(Locale.ROOT));
        page.put("says", row.operation().page().says());
        page.put("server", row.operation().page().server());
    }

    private static void statement(ObjectNode node, StatementVerdict verdict) {
        Operation operation = verdict.operation();
        node.put("file", verdict.file());
        node.put("line", verdict.line());
        node.put("operation", operation == null ? null : operation.word());
        node.put("answer", verdict.answer().word());
        node.put("why", verdict.why());
        needs(node.putArray("missing"), verdict.needs());
    }

    private static void measured(ArrayNode list, MeasuredReport measured) {
        for (MeasuredRow row : measured.rows()) {
            ObjectNode node = list.addObject();
            node.put("operation", row.claimed().operation().word());
            node.put(
                    "schema",
                    row.claimed().schema() == null
                            ? null
                            : row.claimed().schema().text());
            node.put("claimed", row.claimed().answer().word());
            node.put("measured", row.wasTried() ? row.measured().word() : "not tried");
            node.put("tried", row.answers().size());
            node.put("sqlstates", row.states());
            node.put("disagrees", row.disagrees());
        }
    }

    private static void needs(ArrayNode list, List<Need> needs) {
        for (Need need : needs) {
            ObjectNode node = list.addObject();
            node.put("what", need.what());
            node.put("sql", need.sql().text());
        }
    }
}
