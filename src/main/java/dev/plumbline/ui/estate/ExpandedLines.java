package dev.plumbline.ui.estate;

import dev.plumbline.ui.fx.LayoutMemory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which lines of the tree are open, remembered from one start to the next. */
final class ExpandedLines {
    private static final String KEY = "estate.expanded";
    private static final int REMEMBERED = 200;
    private final LayoutMemory memory;
    private final Set<String> keys = new LinkedHashSet<>();

    ExpandedLines(LayoutMemory memory) {
        this.memory = memory;
        keys.addAll(List.of(memory.get(KEY).orElse(EstateNode.key("d")).split("\n")));
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    void set(String key, boolean open) {
        boolean changed = open ? keys.add(key) : keys.remove(key);
        if (changed) {
            memory.put(KEY, String.join("\n", keys.stream().limit(REMEMBERED).toList()));
        }
    }
}
