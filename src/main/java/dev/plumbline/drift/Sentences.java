package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A note being put together: each sentence at most once, in the order in which they came. */
final class Sentences {
    private final List<String> sentences = new ArrayList<>();

    Sentences add(String sentence) {
        if (!sentence.isEmpty() && !sentences.contains(sentence)) {
            sentences.add(sentence);
        }
        return this;
    }

    Sentences addIf(boolean holds, String sentence) {
        return holds ? add(sentence) : this;
    }

    Sentences addAll(Collection<String> more) {
        more.forEach(this::add);
        return this;
    }

    String text() {
        return String.join(" ", sentences);
    }

    /** {@code 1 table}, {@code 7 tables}. */
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
