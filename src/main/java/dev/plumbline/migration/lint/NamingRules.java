package dev.plumbline.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The patterns that names have to match, by {@code schema}, {@code table}, {@code column}, {@code index}, {@code foreign_key} and {@code check}; that of an empty text is for all. */
public record NamingRules(Map<String, Wanted> byKind) {
    public NamingRules {
        byKind = Map.copyOf(byKind);
    }

    /** @param message in the words of whoever configured it; empty for ours */
    public record Wanted(Pattern match, String message) {}

    public static NamingRules none() {
        return new NamingRules(Map.of());
    }

    /** What is said of a name; nothing where it matches or no pattern is for its kind. */
    public List<Found> judge(String kind, String name) {
        return Optional.ofNullable(byKind.get(kind))
                .or(() -> Optional.ofNullable(byKind.get("")))
                .filter(wanted -> !wanted.match().matcher(name).find())
                .map(wanted -> new Found(
                        name,
                        wanted.message().isEmpty()
                                ? "The name " + name + " does not match " + wanted.match() + "."
                                : name + ": " + wanted.message(),
                        "Give it a name that matches " + wanted.match() + "."))
                .stream()
                .toList();
    }
}
