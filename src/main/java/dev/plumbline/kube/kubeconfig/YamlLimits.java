package dev.plumbline.kube.kubeconfig;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Walks a document's events before anything is built from them, and refuses what no kubeconfig needs: tags other than YAML's own scalars and
 * collections, deep nesting, many aliases.
 */
final class YamlLimits {
    static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ALIASES = 50;
    private static final String YAML = "tag:yaml.org,2002:";
    private static final Set<String> TAGS = Set.of(
            "!", YAML + "map", YAML + "seq", YAML + "str", YAML + "bool", YAML + "int", YAML + "float", YAML + "null");

    private final Path file;
    private int depth;
    private int aliases;

    private YamlLimits(Path file) {
        this.file = file;
    }

    /** Looks at the first document only: kubectl reads no other. */
    static void check(Path file, LoadSettings settings, String text) {
        YamlLimits limits = new YamlLimits(file);
        for (Event event : new Parse(settings).parseString(text)) {
            limits.check(event);
            if (event instanceof DocumentEndEvent) {
                return;
            }
        }
    }

    private void check(Event event) {
        if (event instanceof AliasEvent && ++aliases > MAX_ALIASES) {
            throw Refusal.at(
                    file, event.getStartMark(), "more than " + MAX_ALIASES + " aliases, which no kubeconfig needs");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (event instanceof CollectionStartEvent start) {
            checkTag(start.getTag(), event);
            if (++depth > MAX_DEPTH) {
                throw Refusal.at(file, event.getStartMark(), "nested more than " + MAX_DEPTH + " deep");
            }
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(scalar.getTag(), event);
        }
    }

    private void checkTag(Optional<String> tag, Event event) {
        if (tag.isPresent() && !TAGS.contains(tag.get())) {
            throw Refusal.at(file, event.getStartMark(), "the tag " + tag.get() + " is not allowed in a kubeconfig");
        }
    }
}
