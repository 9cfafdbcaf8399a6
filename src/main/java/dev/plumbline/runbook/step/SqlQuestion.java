package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.runbook.SqlRows;
import dev.plumbline.runbook.document.Block;
import java.math.BigDecimal;
import java.util.List;

/** {@code sql:} with {@code equals:}, {@code at-least:} or {@code at-most:} of the first cell, {@code rows:} of how many, or {@code exists:} of any. */
final class SqlQuestion implements Checking.Question {
    private static final int MOST_ROWS = 100;

    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        String sql = SqlRendering.of(block.text("sql"), scope);
        SqlRows rows = scope.tools()
                .sql()
                .read(scope.database(block), sql, block.timeout().orElse(SqlReadAction.USUAL_LIMIT), MOST_ROWS, cancel);
        List<String> evidence = Evidence.of(rows);
        if (fields.has("rows")) {
            String wanted = fields.path("rows").asText();
            return CheckAnswer.of(
                    wanted.equals(String.valueOf(rows.total())),
                    rows.total() + " rows came, " + wanted + " were to come.",
                    evidence);
        }
        if (fields.has("exists")) {
            boolean wanted = fields.path("exists").asBoolean();
            return CheckAnswer.of(
                    wanted == rows.total() > 0,
                    (rows.total() > 0 ? "There is one" : "There is none")
                            + (wanted ? ", there was to be one." : ", there was to be none."),
                    evidence);
        }
        if (rows.rows().isEmpty()) {
            return CheckAnswer.of(false, "No row came.", evidence);
        }
        return compared(rows.rows().get(0).get(0), fields, evidence);
    }

    private static CheckAnswer compared(String cell, ObjectNode fields, List<String> evidence) {
        if (fields.has("at-least") || fields.has("at-most")) {
            boolean least = fields.has("at-least");
            JsonNode bound = fields.path(least ? "at-least" : "at-most");
            if (!cell.matches("-?[0-9]+(\\.[0-9]+)?")) {
                return new CheckAnswer(CheckAnswer.Finding.UNKNOWN, "\"" + cell + "\" is no number.", evidence);
            }
            int order = new BigDecimal(cell).compareTo(new BigDecimal(bound.asText()));
            return CheckAnswer.of(
                    least ? order >= 0 : order <= 0,
                    "It is " + cell + ", and was to be at " + (least ? "least " : "most ") + bound.asText() + ".",
                    evidence);
        }
        String wanted = fields.path("equals").asText("t");
        boolean equal = cell.equals(wanted)
                || wanted.equals("true") && cell.equals("t")
                || wanted.equals("false") && cell.equals("f");
        return CheckAnswer.of(equal, "It is " + cell + ", and was to be " + wanted + ".", evidence);
    }
}
