package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JSONPath that printer columns use: {@code .spec.name}, {@code .metadata.annotations['a.b/c']}, {@code .items[0]}. */
record FieldPath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\['([^']*)'\\]|\\[(\\d+)\\]");

    private static final Pattern CHOSEN =
            Pattern.compile("(.*)\\[\\?\\(@\\.(\\w+)\\s*==\\s*[\"']([^\"']*)[\"']\\)\\](.*)");
    private static final char WHERE = '?';

    /** Of a list also the first object whose field has a value: {@code .conditions[?(@.type=="Ready")].status}. */
    static FieldPath parse(String path) {
        Matcher chosen = CHOSEN.matcher(path);
        if (chosen.matches()) {
            List<String> steps = new ArrayList<>(parse(chosen.group(1)).steps());
            steps.add(WHERE + chosen.group(2) + "=" + chosen.group(3));
            steps.addAll(parse(chosen.group(4)).steps());
            return new FieldPath(List.copyOf(steps));
        }
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
            at = at.isArray() ? item(at, step) : at.path(step);
        }
        return at;
    }

    private static JsonNode item(JsonNode list, String step) {
        if (step.charAt(0) != WHERE) {
            return list.path(Integer.parseInt(step));
        }
        int equals = step.indexOf('=');
        for (JsonNode item : list) {
            if (item.path(step.substring(1, equals)).asText().equals(step.substring(equals + 1))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
