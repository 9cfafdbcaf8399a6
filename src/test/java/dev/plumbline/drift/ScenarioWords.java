package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.List;

/** The words of a scenario line: parted by blanks; double quotes hold a word together and are dropped, {@code {…}} holds a list together. */
final class ScenarioWords {
    private final List<String> words = new ArrayList<>();
    private int next;

    ScenarioWords(String line) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        boolean some = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"' && depth == 0) {
                quoted = !quoted;
                some = true;
            } else if (letter == ' ' && !quoted && depth == 0) {
                end(word, some);
                some = false;
            } else {
                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                word.append(letter);
                some = true;
            }
        }
        end(word, some);
    }

    private void end(StringBuilder word, boolean some) {
        if (some) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    boolean more() {
        return next < words.size();
    }

    String take() {
        return words.get(next++);
    }

    boolean takeIf(String word) {
        if (more() && words.get(next).equals(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!takeIf(word)) {
            throw new IllegalArgumentException("expected \"" + word + "\" in " + words);
        }
    }

    List<String> rest() {
        List<String> rest = words.subList(next, words.size());
        next = words.size();
        return rest;
    }
}
