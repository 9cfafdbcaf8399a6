package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happened to one object at a version: {@code before} is absent for a new one, and {@code gone} says it was deleted. */
record Change(@Nullable ObjectNode before, ObjectNode after, boolean gone, long version) {

    /** As a watcher with this selector sees it: an object that stops matching is deleted for that watcher, one that starts is added. */
    Optional<String> typeFor(Predicate<JsonNode> selector) {
        boolean matched = before != null && selector.test(before);
        boolean matches = !gone && selector.test(after);
        if (matches) {
            return Optional.of(matched ? "MODIFIED" : "ADDED");
        }
        return matched ? Optional.of("DELETED") : Optional.empty();
    }
}
