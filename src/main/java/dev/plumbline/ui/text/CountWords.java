package dev.plumbline.ui.text;

import java.util.List;

/** Small numbers as words at the head of a sentence, and nouns that follow their number. */
public final class CountWords {
    private static final List<String> WORDS = List.of(
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");

    private CountWords() {}

    public static String atHead(long count) {
        return count >= 0 && count < WORDS.size() ? WORDS.get((int) count) : Long.toString(count);
    }

    /** {@code 1 step}, {@code 4 steps}. */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
