package dev.plumbline.runbook.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One fenced, typed block. {@code attributes} stand behind the kind in the fence; {@code body} is its text as written and {@code fields} the same read as YAML, empty where the
 * kind is SQL. {@code prose} is the Markdown between what came before and the fence. {@code verifies} is the id of the step that this check belongs to, empty for a step of its own.
 */
public record Block(
        String id,
        BlockKind kind,
        Map<String, String> attributes,
        String body,
        ObjectNode fields,
        String title,
        String section,
        String prose,
        String verifies,
        Place place) {
    public static final String CLASS = "class";
    public static final String TIMEOUT = "timeout";
    public static final String CAPTURE = "capture";
    public static final String GUARD = "guard";
    public static final String VERIFY = "verify";
    public static final String STABLE = "stable";
    public static final String UNLESS = "unless";
    public static final String GIVEN = "given";
    public static final String TYPED = "typed";
    public static final String ABOUT = "about";

    public Block {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** A field's text, empty when it is not there or is none. */
    public String text(String field) {
        return fields.path(field).asText("");
    }

    public JsonNode field(String field) {
        return fields.path(field);
    }

    /** The same but for one of its fields. */
    public Block without(String field) {
        ObjectNode left = fields.deepCopy();
        left.remove(field);
        return new Block(id, kind, attributes, body, left, title, section, prose, verifies, place);
    }

    /** Whether it is asked before every change that comes after it. */
    public boolean isGuard() {
        return kind == BlockKind.CHECK && has(GUARD);
    }

    /** The step whose being verified it depends on: {@code unless} it is, or {@code given} it is; empty where it depends on none. */
    public Optional<String> dependsOn() {
        return has(UNLESS)
                ? Optional.of(attribute(UNLESS))
                : has(GIVEN) ? Optional.of(attribute(GIVEN)) : Optional.empty();
    }

    /** The steps that a person's question is about, by their ids; none where the author names none. */
    public List<String> about() {
        return Arrays.stream(attribute(ABOUT).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    public Optional<Duration> timeout() {
        return has(TIMEOUT) ? Times.read(attribute(TIMEOUT)) : Optional.empty();
    }

    /** What the author raises the class to. */
    public Optional<StepClass> asked() {
        return StepClass.ofWord(attribute(CLASS));
    }

    /** The line of the file on which a line of the body stands, counted from 1. */
    public int lineOf(int lineOfBody) {
        return place.line() + lineOfBody;
    }
}
