package dev.plumbline.access.preflight;

import dev.plumbline.access.preflight.StatementNeed.Target;
import dev.plumbline.model.Name;
import dev.plumbline.model.statement.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a statement's words from left to right. */
final class WordReader {
    private final List<Words.Word> words;
    private int at;

    WordReader(List<Words.Word> words) {
        this.words = words;
    }

    /** Steps over these keywords when they come next, all of them in this order. */
    boolean take(String... keywords) {
        for (int index = 0; index < keywords.length; index++) {
            if (!keyword(at + index).equals(keywords[index])) {
                return false;
            }
        }
        at += keywords.length;
        return true;
    }

    void skip(String... keywords) {
        boolean found = true;
        while (found) {
            found = false;
            for (String keyword : keywords) {
                found |= take(keyword);
            }
        }
    }

    boolean takeAny(String... keywords) {
        for (String keyword : keywords) {
            if (take(keyword)) {
                return true;
            }
        }
        return false;
    }

    boolean has(String keyword) {
        return words.subList(at, words.size()).stream()
                .anyMatch(word -> word.keyword().equals(keyword));
    }

    boolean hasAny(String... keywords) {
        for (String keyword : keywords) {
            if (has(keyword)) {
                return true;
            }
        }
        return false;
    }

    String next() {
        return keyword(at);
    }

    boolean atEnd() {
        return at >= words.size();
    }

    /** Goes behind the next of this keyword; false when there is none. */
    boolean seek(String keyword) {
        for (int place = at; place < words.size(); place++) {
            if (keyword(place).equals(keyword)) {
                at = place + 1;
                return true;
            }
        }
        return false;
    }

    /** A name with or without its schema; empty when none comes next, or one of more than two parts. */
    Optional<Target> name() {
        List<String> parts = new ArrayList<>();
        do {
            if (at >= words.size() || words.get(at).name().isEmpty()) {
                return Optional.empty();
            }
            parts.add(words.get(at++).name());
        } while (take("."));
        if (parts.stream()
                .anyMatch(part -> part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > Name.MAX_BYTES)) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 1 -> Optional.of(new Target(null, parts.get(0)));
            case 2 -> Optional.of(new Target(Name.of(parts.get(0)), parts.get(1)));
            default -> Optional.empty();
        };
    }

    /** Names with commas between; empty when one is not understood. */
    List<Target> names() {
        List<Target> names = new ArrayList<>();
        do {
            Optional<Target> name = name();
            if (name.isEmpty()) {
                return List.of();
            }
            names.add(name.get());
        } while (take(","));
        return names;
    }

    /** What stands behind each REFERENCES; empty in an Optional when one is not understood. */
    Optional<List<Target>> references() {
        WordReader rest = new WordReader(words);
        rest.at = at;
        List<Target> tables = new ArrayList<>();
        while (rest.seek("REFERENCES")) {
            Optional<Target> table = rest.name();
            if (table.isEmpty()) {
                return Optional.empty();
            }
            tables.add(table.get());
        }
        return Optional.of(tables);
    }

    private String keyword(int place) {
        return place < words.size() ? words.get(place).keyword() : "";
    }
}
