package dev.plumbline.pg;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys and values of a connection string while it is read; only keys that {@link DsnKeys} lists get in. */
final class DsnSettings {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** A key given twice has its last value, as in libpq. */
    void put(String key, String value) {
        DsnKeys.check(key);
        values.put(key, value);
    }

    void putIfAbsent(String key, String value) {
        DsnKeys.check(key);
        values.putIfAbsent(key, value);
    }

    /** Null when the key was not given. */
    @Nullable
    String get(String key) {
        return values.get(key);
    }

    /** What stands instead when the key was not given, or is empty, which libpq takes for the same. */
    String value(String key, String otherwise) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
