package dev.plumbline.ui.estate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that must all occur, in any case and order. */
record EstateFilter(List<String> words) {
    static EstateFilter of(String text) {
        return new EstateFilter(Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean matches(String text) {
        if (words.isEmpty()) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
