package dev.plumbline.access.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Two lists of things with a key and words each, laid beside each other in the order of their keys; equal words mean that nothing changed. */
final class Beside {
    private Beside() {}

    static <K extends Comparable<? super K>> List<Change> of(
            Change.Part part, Map<K, String> before, Map<K, String> after, Function<K, String> shown) {
        List<Change> changes = new ArrayList<>();
        SortedSet<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (K key : keys) {
            String was = before.get(key);
            String is = after.get(key);
            if (was == null && is != null) {
                changes.add(Change.came(part, shown.apply(key), is));
            } else if (was != null && is == null) {
                changes.add(Change.went(part, shown.apply(key), was));
            } else if (was != null && is != null && !was.equals(is)) {
                changes.add(new Change(part, Change.Way.CHANGED, shown.apply(key), was, is));
            }
        }
        return changes;
    }
}
