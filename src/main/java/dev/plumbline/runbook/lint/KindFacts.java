package dev.plumbline.runbook.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a kind. {@code standsFor} is what its objects stand for in a database, empty where nothing; {@code status} and {@code conditions} are what its controller writes, empty
 * {@link Optional} where that is not known.
 */
public record KindFacts(
        String kind,
        Set<String> words,
        String standsFor,
        Optional<Set<String>> status,
        Optional<Set<String>> conditions,
        Set<String> phases) {
    public KindFacts {
        words = Set.copyOf(words);
        phases = Set.copyOf(phases);
    }

    boolean isCalled(String word) {
        return kind.toLowerCase(Locale.ROOT).equals(word) || words.contains(word);
    }
}
