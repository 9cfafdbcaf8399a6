package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code OPTIONS (…)} of foreign tables and their columns. */
final class ForeignOptions {
    private ForeignOptions() {}

    static Sql all(String array) {
        List<Sql> words = new ArrayList<>();
        map(array).forEach((name, value) -> words.add(Sql.of("%I %L", Name.of(name), value)));
        return Sql.join(", ", words);
    }

    static Sql change(@Nullable String was, @Nullable String now) {
        Map<String, String> old = map(was);
        Map<String, String> wanted = map(now);
        List<Sql> words = new ArrayList<>();
        old.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> words.add(Sql.of("DROP %I", Name.of(name))));
        wanted.forEach((name, value) -> words.add(
                old.containsKey(name)
                        ? Sql.of("SET %I %L", Name.of(name), value)
                        : Sql.of("ADD %I %L", Name.of(name), value)));
        return Sql.join(", ", words);
    }

    private static Map<String, String> map(@Nullable String array) {
        Map<String, String> options = new LinkedHashMap<>();
        if (array != null) {
            for (String option : Words.elements(array)) {
                int equals = option.indexOf('=');
                options.put(option.substring(0, equals), option.substring(equals + 1));
            }
        }
        return options;
    }
}
