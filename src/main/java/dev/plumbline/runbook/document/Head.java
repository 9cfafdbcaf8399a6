package dev.plumbline.runbook.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The YAML head of a runbook. */
record Head(String title, String purpose, List<Input> inputs, Set<Runbook.Requirement> requires) {
    private static final Set<String> FIELDS = Set.of("title", "for", "inputs", "requires");
    private static final Set<String> INPUT_FIELDS = Set.of("type", "label", "default", "choices");

    static Head read(String yaml, String file, List<Fault> faults) {
        ObjectNode fields = YamlFields.read(yaml, file, 1, faults);
        Reader reader = new Reader(yaml, file, faults);
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                reader.fault(name, "The head has no field \"" + name + "\".", "It has title, for, inputs, requires.");
            }
        });
        String title = fields.path("title").asText("");
        if (title.isBlank()) {
            faults.add(new Fault(
                    Place.line(file, 1), "RB-HEAD", "The runbook has no title.", "Write title: in its head."));
        }
        return new Head(title, fields.path("for").asText(""), reader.inputs(fields), reader.requires(fields));
    }

    private record Reader(String yaml, String file, List<Fault> faults) {
        List<Input> inputs(ObjectNode fields) {
            List<Input> inputs = new ArrayList<>();
            fields.path("inputs").properties().forEach(entry -> inputs.add(input(entry.getKey(), entry.getValue())));
            return inputs;
        }

        private Input input(String name, JsonNode value) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                fault(name, "\"" + name + "\" cannot be the name of an input.", "Use small letters, digits and _.");
            }
            value.fieldNames().forEachRemaining(field -> {
                if (!INPUT_FIELDS.contains(field)) {
                    fault(name, "An input has no field \"" + field + "\".", "It has type, label, default, choices.");
                }
            });
            String word =
                    value.isTextual() ? value.asText() : value.path("type").asText("text");
            Optional<InputType> type = InputType.ofWord(word);
            if (type.isEmpty()) {
                fault(name, "\"" + word + "\" is no type.", "There are: " + String.join(", ", InputType.words()) + ".");
            }
            List<String> choices = new ArrayList<>();
            value.path("choices").forEach(choice -> choices.add(choice.asText()));
            if (type.isPresent() && type.get() == InputType.CHOICE && choices.isEmpty()) {
                fault(name, "A choice needs choices.", "Write choices: [a, b].");
            }
            JsonNode standard = value.path("default");
            return new Input(
                    name,
                    type.orElse(InputType.TEXT),
                    value.path("label").asText(name),
                    standard.isMissingNode() ? Optional.empty() : Optional.of(standard.asText()),
                    choices,
                    line(name));
        }

        Set<Runbook.Requirement> requires(ObjectNode fields) {
            Set<Runbook.Requirement> found = new TreeSet<>();
            for (JsonNode each : fields.path("requires")) {
                try {
                    found.add(Runbook.Requirement.valueOf(each.asText().toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException unknown) {
                    fault("requires", "\"" + each.asText() + "\" cannot be required.", "cluster and database can.");
                }
            }
            return found;
        }

        void fault(String near, String message, String next) {
            faults.add(new Fault(Place.line(file, line(near)), "RB-HEAD", message, next));
        }

        private int line(String key) {
            List<String> lines = yaml.lines().toList();
            for (int number = 0; number < lines.size(); number++) {
                if (lines.get(number).strip().startsWith(key + ":")) {
                    return number + 2;
                }
            }
            return 1;
        }
    }
}
