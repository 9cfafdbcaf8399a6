package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments under {@code with:} of a plan. */
record Arguments(String operation, ObjectNode with) {
    /** @throws ProblemException RB-ARGUMENT where it is not given */
    String required(String name) {
        return optional(name).orElseThrow(() -> problem(name, "it is not given.", "Write it under with:."));
    }

    Optional<String> optional(String name) {
        String text = with.path(name).asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    boolean flag(String name) {
        return with.path(name).asBoolean(false) || with.path(name).asText().equals("true");
    }

    List<String> list(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : with.path(name)) {
            all.add(each.asText());
        }
        return all;
    }

    /** Schema and table of {@code schema.table}. */
    List<Name> table(String name) {
        String text = required(name);
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw problem(name, "\"" + text + "\" is not schema.table.", "");
        }
        return List.of(Name.of(text.substring(0, dot)), Name.of(text.substring(dot + 1)));
    }

    private ProblemException problem(String name, String answer, String next) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID, "RB-ARGUMENT", "Planning " + operation + " with", name, answer, next));
    }
}
