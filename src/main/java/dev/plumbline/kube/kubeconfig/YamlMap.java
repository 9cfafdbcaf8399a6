package dev.plumbline.kube.kubeconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a kubeconfig. Absent and {@code null} are the same, as for kubectl; of a key written twice the last counts; a value of another type
 * than asked for is refused with its line and column.
 */
final class YamlMap {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n");
    private final Path file;
    private final MappingNode node;

    YamlMap(Path file, MappingNode node) {
        this.file = file;
        this.node = node;
    }

    /** The text under the key, empty when absent. */
    String text(String key) {
        return find(key).map(value -> text(key, value)).orElse("");
    }

    boolean flag(String key) {
        return find(key).map(value -> flag(key, value)).orElse(false);
    }

    Optional<YamlMap> map(String key) {
        return find(key).map(value -> map(key, value));
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            maps.add(map(key, item));
        }
        return maps;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            texts.add(text(key, item));
        }
        return texts;
    }

    /** A mapping whose values are lists of texts, by key. */
    Map<String, List<String>> textLists(String key) {
        Map<String, List<String>> lists = new TreeMap<>();
        map(key).ifPresent(inner -> inner.keys().forEach(name -> lists.put(name, inner.texts(name))));
        return lists;
    }

    /** A mapping without entries, at this one's place: what an absent mapping means. */
    YamlMap empty() {
        return new YamlMap(file, new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK));
    }

    /** A refusal that points at this mapping. */
    RuntimeException refuse(String answer) {
        return Refusal.at(file, node.getStartMark(), answer);
    }

    static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "an alias";
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                keys.add(key.getValue());
            }
        }
        return keys;
    }

    private Optional<Node> find(String key) {
        Optional<Node> found = Optional.empty();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                found = Optional.of(entry.getValueNode());
            }
        }
        return found.filter(value -> !value.getTag().equals(Tag.NULL));
    }

    private List<Node> items(String key) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode list) {
            return list.getValue();
        }
        throw wrong(key, "a list", value.get());
    }

    private YamlMap map(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw wrong(key, "a mapping", value);
    }

    private String text(String key, Node value) {
        if (value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return scalar.getValue();
        }
        throw wrong(key, "a text", value);
    }

    private boolean flag(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            String word = scalar.getValue().toLowerCase(Locale.ROOT);
            if (scalar.isPlain() && (TRUE.contains(word) || FALSE.contains(word))) {
                return TRUE.contains(word);
            }
        }
        throw wrong(key, "true or false", value);
    }

    private RuntimeException wrong(String key, String expected, Node found) {
        return Refusal.at(file, found.getStartMark(), key + ": expected " + expected + ", found " + kind(found));
    }
}
