package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JSONPath that printer columns use: {@code .spec.name}, {@code .metadata.annotations['a.b/c']}, {@code .items[0]}. */
record FieldPath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\['([^']*)'\\]|\\[(\\d+)\\]");

    static FieldPath parse(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            for (int part = 1; part <= 3; part++) {
                if (step.group(part) != null) {
                    steps.add(step.group(part));
                }
            }
        }
        return new FieldPath(List.copyOf(steps));
    }

    /** The missing node when there is nothing. */
    JsonNode read(JsonNode from) {
        JsonNode at = from;
        for (String step : steps) {
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at;
    }
}
