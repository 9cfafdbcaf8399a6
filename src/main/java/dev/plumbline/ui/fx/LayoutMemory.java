package dev.plumbline.ui.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the window keeps how it was left: sizes, splits, filters, theme. Both calls return at once. */
public interface LayoutMemory {
    Optional<String> get(String key);

    void put(String key, String value);

    default double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
        } catch (NumberFormatException spoiled) {
            return otherwise;
        }
    }

    /** A memory that ends with the window. */
    static LayoutMemory passing() {
        Map<String, String> values = new HashMap<>();
        return new LayoutMemory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
