package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ALTER TABLE changes of a table as a whole, PostgreSQL 16 manual. */
final class TableSettings {
    private TableSettings() {}

    /** The action after {@code ALTER TABLE name}; empty where there is none. */
    static Optional<Sql> action(String word, @Nullable String was, @Nullable String now, ServerVersion version) {
        return switch (word) {
            case "row security" ->
                Optional.of(now == null ? Sql.of("DISABLE ROW LEVEL SECURITY") : Sql.of("ENABLE ROW LEVEL SECURITY"));
            case "forced row security" ->
                Optional.of(now == null ? Sql.of("NO FORCE ROW LEVEL SECURITY") : Sql.of("FORCE ROW LEVEL SECURITY"));
            case "unlogged" -> Optional.of(now == null ? Sql.of("SET LOGGED") : Sql.of("SET UNLOGGED"));
            case "tablespace" -> Optional.of(Sql.of("SET TABLESPACE %I", Name.of(now == null ? "pg_default" : now)));
            case "access method" ->
                version.isPostgresAtLeast(15)
                        ? Optional.of(Sql.of("SET ACCESS METHOD %I", Name.of(now == null ? "heap" : now)))
                        : Optional.empty();
            case "of type" -> Optional.of(now == null ? Sql.of("NOT OF") : Sql.of("OF %s", Words.server(now)));
            case "options" -> Optional.of(options(was, now));
            case "foreign options" -> Optional.of(Sql.of("OPTIONS (%s)", ForeignOptions.change(was, now)));
            default -> Optional.empty();
        };
    }

    /** {@code RESET} what is not wanted any more and {@code SET} what is. */
    static Sql options(@Nullable String was, @Nullable String now) {
        List<String> kept = now == null
                ? List.of()
                : Words.elements(now).stream().map(TableSettings::nameOf).toList();
        List<Sql> actions = new ArrayList<>();
        List<Sql> gone = was == null
                ? List.of()
                : Words.elements(was).stream()
                        .map(TableSettings::nameOf)
                        .filter(name -> !kept.contains(name))
                        .map(Words::optionName)
                        .toList();
        if (!gone.isEmpty()) {
            actions.add(Sql.of("RESET (%s)", Sql.join(", ", gone)));
        }
        if (now != null) {
            actions.add(Sql.of("SET (%s)", Words.options(now)));
        }
        return Sql.join(", ", actions);
    }

    private static String nameOf(String option) {
        return option.substring(0, option.indexOf('='));
    }
}
