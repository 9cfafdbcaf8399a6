package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A validation rule of a custom resource definition on its spec, in the three forms of CEL that the definitions here use: one of two fields
 * is there, not both are there, a field never changes.
 */
record FieldRule(Form form, String first, String second, String message) {
    enum Form {
        EITHER("has\\(self\\.(\\w+)\\) \\|\\| has\\(self\\.(\\w+)\\)"),
        NOT_BOTH("!\\(has\\(self\\.(\\w+)\\) && has\\(self\\.(\\w+)\\)\\)"),
        IMMUTABLE("self == oldSelf");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** The rules of {@code spec} and of its own fields; rules of any other form are left out. */
    static List<FieldRule> of(JsonNode specSchema) {
        List<FieldRule> rules = new ArrayList<>();
        collect(specSchema, "", rules);
        specSchema.path("properties").properties().forEach(field -> collect(field.getValue(), field.getKey(), rules));
        return List.copyOf(rules);
    }

    private static void collect(JsonNode schema, String field, List<FieldRule> rules) {
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            String message = rule.path("message").asText();
            for (Form form : Form.values()) {
                Matcher matcher = form.pattern.matcher(rule.path("rule").asText());
                if (matcher.matches()) {
                    boolean names = matcher.groupCount() == 2;
                    rules.add(new FieldRule(
                            form, names ? matcher.group(1) : field, names ? matcher.group(2) : "", message));
                }
            }
        }
    }

    /** What is wrong with the new spec, if anything; {@code before} is the missing node for a new object. */
    Optional<String> broken(JsonNode before, JsonNode after) {
        boolean holds = switch (form) {
            case EITHER -> after.has(first) || after.has(second);
            case NOT_BOTH -> !(after.has(first) && after.has(second));
            case IMMUTABLE ->
                before.path(first).isMissingNode() || before.path(first).equals(after.path(first));
        };
        if (holds) {
            return Optional.empty();
        }
        String where = form == Form.IMMUTABLE ? "spec." + first : "spec";
        return Optional.of(where + ": Invalid value: " + message);
    }
}
