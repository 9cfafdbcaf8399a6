package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in an answer: {@code .status.phase}, {@code .spec.containers[0].image}, {@code .metadata.annotations["a.b/c"]}. */
public final class JsonPath {
    private static final Pattern STEP = Pattern.compile("\\G(?:\\.([A-Za-z0-9_-]+)|\\[([0-9]+)\\]|\\[\"([^\"]+)\"\\])");

    private JsonPath() {}

    /** Missing where there is no such place, and where the path is none. */
    public static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        Matcher matcher = STEP.matcher(path);
        int end = 0;
        while (matcher.find()) {
            node = matcher.group(2) != null
                    ? node.path(Integer.parseInt(matcher.group(2)))
                    : node.path(matcher.group(1) != null ? matcher.group(1) : matcher.group(3));
            end = matcher.end();
        }
        return end == path.length() ? node : MissingNode.getInstance();
    }
}
