package dev.plumbline.model.structure;

import java.util.SortedMap;

/**
 * One thing of a database, with its properties in the server's own words: a type as {@code format_type} writes it, an expression as {@code pg_get_expr} does with
 * an empty search path. A property that a thing has not is not in the map. {@code ofExtension}: an extension made it, so it is that extension's to change.
 */
public record Structure(StructureName name, SortedMap<String, String> properties, boolean ofExtension) {
    public Structure {
        properties = PropertyMap.of(properties);
    }

    public String property(String word) {
        return properties.getOrDefault(word, "");
    }
}
