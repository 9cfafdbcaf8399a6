package dev.plumbline.runbook.step;

import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.runbook.document.Placeholder;

/**
 * Puts the values of variables into SQL, each through the quoting writer: as a literal, or as the form of its placeholder says. A placeholder inside quotes or a comment is refused, since no quoting
 * holds there.
 */
public final class SqlRendering {
    private SqlRendering() {}

    /** @throws ProblemException RB-QUOTED, RB-FORM or RB-VARIABLE */
    public static String of(String template, StepScope scope) {
        QuotedText quoted = QuotedText.of(template);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            if (quoted.covers(each.from())) {
                throw problem(
                        "RB-QUOTED",
                        each,
                        "it stands inside quotes or a comment.",
                        "Take the quotes away: they are written for it.");
            }
            text.append(template, at, each.from()).append(value(each, scope.variable(each.name())));
            at = each.to();
        }
        return text.append(template.substring(at)).toString();
    }

    private static String value(Placeholder placeholder, String value) {
        return switch (placeholder.form()) {
            case "", "literal" -> Sql.quotedLiteral(value);
            case "identifier" -> Sql.quoted(Name.of(value));
            case "table" -> table(placeholder, value);
            case "number" -> {
                if (!value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
                    throw problem("RB-FORM", placeholder, "\"" + value + "\" is no number.", "");
                }
                yield value;
            }
            default ->
                throw problem(
                        "RB-FORM",
                        placeholder,
                        "there is no such form.",
                        "There are: " + String.join(", ", Placeholder.FORMS) + ".");
        };
    }

    private static String table(Placeholder placeholder, String value) {
        int dot = value.indexOf('.');
        if (dot <= 0 || dot == value.length() - 1) {
            throw problem("RB-FORM", placeholder, "\"" + value + "\" is not schema.table.", "");
        }
        return Sql.quoted(Name.of(value.substring(0, dot))) + "." + Sql.quoted(Name.of(value.substring(dot + 1)));
    }

    private static ProblemException problem(String code, Placeholder placeholder, String answer, String next) {
        String shown = "${" + placeholder.name() + (placeholder.form().isEmpty() ? "" : ":" + placeholder.form()) + "}";
        return new ProblemException(new Problem(Problem.Kind.INVALID, code, "Writing", shown, answer, next));
    }
}
