package dev.plumbline.runbook.run;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.document.Runbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of a run: what was given, and the standard values of the others. */
public final class Inputs {
    private Inputs() {}

    /** @throws ProblemException RB-INPUT that names every input that is missing, unknown or of another type */
    static Map<String, String> of(Runbook runbook, Map<String, String> given) {
        List<String> wrong = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> runbook.input(name).isEmpty())
                .forEach(name -> wrong.add(name + ": there is no such input"));
        Map<String, String> values = new LinkedHashMap<>();
        for (Input input : runbook.inputs()) {
            Optional<String> value =
                    Optional.ofNullable(given.get(input.name())).or(() -> standard(input, values));
            if (value.isEmpty()) {
                wrong.add(input.name() + ": it is not given (" + input.label() + ")");
            } else {
                input.refuses(value.get())
                        .ifPresent(why -> wrong.add(input.name() + ": \"" + value.get() + "\": " + why));
                values.put(input.name(), value.get());
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-INPUT",
                    "Beginning",
                    runbook.title(),
                    String.join("; ", wrong) + ".",
                    "Give inputs as name=value."));
        }
        return values;
    }

    /** Empty where there is none, or it speaks of an input that has no value yet. */
    public static Optional<String> standard(Input input, Map<String, String> before) {
        return input.standard().flatMap(template -> {
            StringBuilder text = new StringBuilder();
            int at = 0;
            for (Placeholder each : Placeholder.in(template)) {
                String value = before.get(each.name());
                if (value == null) {
                    return Optional.empty();
                }
                text.append(template, at, each.from()).append(value);
                at = each.to();
            }
            return Optional.of(text.append(template.substring(at)).toString());
        });
    }
}
