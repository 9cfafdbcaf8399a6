package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object inside a resource and its path. A field that is required and missing, or of a wrong type, adds a sentence to the resource's problems
 * and reads as its default; {@code null} is the same as absent, as the API server treats it.
 */
public final class Fields {
    private final JsonNode node;
    private final String path;
    private final List<String> problems;

    private Fields(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** The whole resource; its sentences go into the given list. */
    public static Fields of(JsonNode resource, List<String> problems) {
        Fields root = new Fields(resource, "", problems);
        if (!resource.isObject()) {
            problems.add("the resource: expected an object, found " + Found.words(resource) + ".");
        }
        return root;
    }

    /** The object under the key; without fields when absent. */
    public Fields object(String key) {
        return find(key).orElseGet(() -> new Fields(MissingNode.getInstance(), at(key), problems));
    }

    /** The object under the key, empty when absent. */
    public Optional<Fields> find(String key) {
        return present(key)
                .filter(value -> is(value.isObject(), key, "an object", value))
                .map(value -> new Fields(value, at(key), problems));
    }

    public String text(String key, String otherwise) {
        return present(key)
                .filter(value -> is(value.isTextual(), key, "a string", value))
                .map(JsonNode::textValue)
                .orElse(otherwise);
    }

    /** The text under the key, empty when absent. */
    public String text(String key) {
        return text(key, "");
    }

    /** The text under the key; absent or empty is a problem. */
    public String requiredText(String key) {
        if (present(key).isEmpty()) {
            problem(key, "expected a string, found nothing");
        }
        String value = text(key, "");
        if (present(key).filter(JsonNode::isTextual).isPresent() && value.isEmpty()) {
            problem(key, "expected a string, found an empty one");
        }
        return value;
    }

    public boolean flag(String key, boolean otherwise) {
        return present(key)
                .filter(value -> is(value.isBoolean(), key, "true or false", value))
                .map(JsonNode::booleanValue)
                .orElse(otherwise);
    }

    public long number(String key, long otherwise) {
        return present(key)
                .filter(value -> is(value.isIntegralNumber() && value.canConvertToLong(), key, "a whole number", value))
                .map(JsonNode::longValue)
                .orElse(otherwise);
    }

    /** A whole number within bounds; outside of them it is a problem and reads as the other value. */
    public int number(String key, int otherwise, int least, int most) {
        long value = number(key, otherwise);
        boolean written = present(key).filter(JsonNode::isIntegralNumber).isPresent();
        if (written && (value < least || value > most)) {
            problem(key, "expected a number from " + least + " to " + most + ", found " + value);
            return otherwise;
        }
        return (int) value;
    }

    public List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(key)) {
            String name = key + "[" + index++ + "]";
            if (is(item.isObject(), name, "an object", item)) {
                objects.add(new Fields(item, at(name), problems));
            }
        }
        return objects;
    }

    /** The texts of a list; what is no text in it is a problem. */
    public List<String> list(String key) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(key)) {
            if (is(item.isTextual(), key + "[" + index++ + "]", "a string", item)) {
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    /** A string, number or boolean as text. */
    public Optional<String> scalar(String key) {
        return present(key)
                .filter(value -> is(value.isValueNode(), key, "a string, number or boolean", value))
                .map(JsonNode::asText);
    }

    public Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        object(key).keys().forEach(name -> texts.put(name, object(key).text(name)));
        return texts;
    }

    public boolean has(String key) {
        return present(key).isPresent();
    }

    /** Adds a sentence about a field: {@code spec.connection.port: expected …, found ….} */
    public void problem(String key, String words) {
        String sentence = at(key) + ": " + words + ".";
        if (!problems.contains(sentence)) {
            problems.add(sentence);
        }
    }

    /** Every other field is told: the kind's definition has none of that name. */
    public void onlyKnows(String... known) {
        List<String> names = List.of(known);
        keys().stream().filter(key -> !names.contains(key)).forEach(key -> problem(key, "this kind has no such field"));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private Iterable<JsonNode> items(String key) {
        Iterator<JsonNode> items = present(key)
                .filter(value -> is(value.isArray(), key, "a list", value))
                .map(JsonNode::elements)
                .orElse(Collections.emptyIterator());
        return () -> items;
    }

    private Optional<JsonNode> present(String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private boolean is(boolean right, String key, String expected, JsonNode value) {
        if (!right) {
            problem(key, "expected " + expected + ", found " + Found.words(value));
        }
        return right;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
