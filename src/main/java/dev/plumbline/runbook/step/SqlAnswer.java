package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.operation.runbook.SqlRows;
import java.math.BigDecimal;
import java.util.List;

/** Whether what a SELECT answered is what a check asks for, in words: truth is told as true and false, not as the letters that the server writes for them. */
final class SqlAnswer {
    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private SqlAnswer() {}

    /** @param fields one of {@code rows}, {@code exists}, {@code at-least}, {@code at-most}, {@code equals}; where there is none, true is asked for */
    static CheckAnswer of(SqlRows rows, ObjectNode fields, List<String> evidence) {
        if (fields.has("rows")) {
            String wanted = fields.path("rows").asText();
            boolean holds = wanted.equals(String.valueOf(rows.total()));
            return CheckAnswer.of(holds, told(came(rows.total()), holds, counted(wanted)), evidence);
        }
        if (fields.has("exists")) {
            boolean wanted = fields.path("exists").asBoolean();
            boolean holds = wanted == rows.total() > 0;
            return CheckAnswer.of(holds, told(came(rows.total()), holds, wanted ? "any" : "none"), evidence);
        }
        boolean least = fields.has("at-least");
        boolean bounded = least || fields.has("at-most");
        String wanted = bounded
                ? (least ? "at least " : "at most ")
                        + fields.path(least ? "at-least" : "at-most").asText()
                : truth(fields.path("equals").asText(TRUE));
        if (rows.rows().isEmpty()) {
            return CheckAnswer.of(false, told(came(0), false, wanted), evidence);
        }
        String cell = rows.rows().get(0).get(0);
        return bounded
                ? bounded(cell, least, fields.path(least ? "at-least" : "at-most"), wanted, evidence)
                : equal(cell, wanted, evidence);
    }

    private static CheckAnswer bounded(
            String cell, boolean least, JsonNode bound, String wanted, List<String> evidence) {
        if (!cell.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new CheckAnswer(
                    CheckAnswer.Finding.UNKNOWN,
                    "The answer is " + shown(cell) + ", no number; the check asks for " + wanted + ".",
                    evidence);
        }
        int order = new BigDecimal(cell).compareTo(new BigDecimal(bound.asText()));
        boolean holds = least ? order >= 0 : order <= 0;
        return CheckAnswer.of(holds, told("The answer is " + cell, holds, wanted), evidence);
    }

    private static CheckAnswer equal(String cell, String wanted, List<String> evidence) {
        boolean asksTruth = wanted.equals(TRUE) || wanted.equals(FALSE);
        String found = asksTruth ? truth(cell) : cell;
        boolean holds = found.equals(wanted);
        return CheckAnswer.of(
                holds,
                holds ? "The answer is " + shown(found) + "." : told("The answer is " + shown(found), false, wanted),
                evidence);
    }

    /** As the server writes it in text (PostgreSQL manual, section 8.6). */
    private static String truth(String text) {
        return text.equals("t") ? TRUE : text.equals("f") ? FALSE : text;
    }

    private static String shown(String cell) {
        return cell.equals(SqlRows.NULL_TEXT) ? "NULL" : cell.isEmpty() ? "an empty text" : cell;
    }

    private static String came(int rows) {
        return rows == 0 ? "No row came" : rows == 1 ? "1 row came" : rows + " rows came";
    }

    private static String counted(String wanted) {
        return wanted.equals("0") ? "none" : wanted;
    }

    private static String told(String found, boolean holds, String wanted) {
        return holds ? found + ", as the check asks." : found + "; the check asks for " + wanted + ".";
    }
}
