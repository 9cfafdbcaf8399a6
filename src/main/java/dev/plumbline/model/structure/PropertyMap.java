package dev.plumbline.model.structure;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few properties of one thing, unchangeable, sorted by word. A large database has hundreds of thousands of them: two arrays take a third of a tree's memory, and
 * things of one shape share the words.
 */
@SuppressWarnings("JdkObsolete") // properties have long been a SortedMap
public final class PropertyMap extends AbstractMap<String, String> implements SortedMap<String, String> {
    private final String[] words;
    private final String[] values;

    private PropertyMap(String[] words, String[] values) {
        this.words = words;
        this.values = values;
    }

    /** The same properties; the map itself when it is one of these. */
    public static PropertyMap of(SortedMap<String, String> properties) {
        if (properties instanceof PropertyMap already) {
            return already;
        }
        Map<String, String> natural =
                properties.comparator() == null ? properties : new TreeMap<>(Map.copyOf(properties));
        return new PropertyMap(
                natural.keySet().toArray(String[]::new), natural.values().toArray(String[]::new));
    }

    /**
     * @param words strictly ascending, never changed afterwards: they are shared
     * @param values one for each word, never changed afterwards
     */
    public static PropertyMap of(String[] words, String[] values) {
        if (words.length != values.length) {
            throw new IllegalArgumentException(words.length + " words and " + values.length + " values");
        }
        for (int at = 1; at < words.length; at++) {
            if (words[at - 1].compareTo(words[at]) >= 0) {
                throw new IllegalArgumentException("not ascending: " + Arrays.toString(words));
            }
        }
        return new PropertyMap(words, values);
    }

    /** The same with another value for a word that is there. */
    public PropertyMap with(String word, String value) {
        int at = find(word);
        if (at < 0) {
            throw new NoSuchElementException(word);
        }
        String[] others = values.clone();
        others[at] = value;
        return new PropertyMap(words, others);
    }

    private int find(@Nullable Object word) {
        for (int at = 0; at < words.length; at++) {
            if (words[at].equals(word)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public @Nullable String get(@Nullable Object word) {
        int at = find(word);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object word) {
        return find(word) >= 0;
    }

    @Override
    public int size() {
        return words.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int at = 0; at < words.length; at++) {
            action.accept(words[at], values[at]);
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, String>> {
        @Override
        public int size() {
            return words.length;
        }

        @Override
        public Iterator<Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < words.length;
                }

                @Override
                public Entry<String, String> next() {
                    if (next == words.length) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(words[next], values[next++]);
                }
            };
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PropertyMap map
                ? this == map
                        || (words == map.words || Arrays.equals(words, map.words)) && Arrays.equals(values, map.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** None: by the words themselves. */
    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    private SortedMap<String, String> tree() {
        TreeMap<String, String> tree = new TreeMap<>();
        forEach(tree::put);
        return Collections.unmodifiableSortedMap(tree);
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return tree().subMap(from, to);
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return tree().headMap(to);
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return tree().tailMap(from);
    }

    @Override
    public String firstKey() {
        return tree().firstKey();
    }

    @Override
    public String lastKey() {
        return tree().lastKey();
    }
}
