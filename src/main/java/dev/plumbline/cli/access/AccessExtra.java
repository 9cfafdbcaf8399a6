package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a command tells besides its plan: before it what the plan leads to, after it what it leaves undone. */
record AccessExtra(List<String> before, List<String> after, Json json) {
    static final AccessExtra NONE = new AccessExtra(List.of(), List.of(), node -> {});

    AccessExtra {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The same as fields of the answer in JSON. */
    @FunctionalInterface
    interface Json {
        void addTo(ObjectNode node);
    }
}
