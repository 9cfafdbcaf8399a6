package dev.plumbline.model;

import java.util.List;
import java.util.Locale;

/** What else decides about a routine: whose rights it runs with, its settings ({@code SET} clauses as {@code name=value}), its language and kind. */
public record RoutineFacts(long oid, boolean securityDefiner, List<String> settings, Name language, char kind) {
    public RoutineFacts {
        settings = List.copyOf(settings);
    }

    public boolean fixesSearchPath() {
        return settings.stream()
                .anyMatch(setting -> setting.toLowerCase(Locale.ROOT).startsWith("search_path="));
    }
}
