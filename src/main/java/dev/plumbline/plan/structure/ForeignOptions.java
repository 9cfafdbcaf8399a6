package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code OPTIONS (…)} of foreign servers, foreign tables and their columns. One whose value is {@link #SECRET} is left as it is. */
final class ForeignOptions {
    private static final String SECRET = "***";

    private ForeignOptions() {}

    static boolean holdSecret(String array) {
        return map(array).containsValue(SECRET);
    }

    /** Empty where there is nothing to write. */
    static Optional<Sql> written(String array) {
        return array.isEmpty() || map(array).values().stream().allMatch(SECRET::equals)
                ? Optional.empty()
                : Optional.of(all(array));
    }

    /** Empty where only secrets came or went, which no statement here can do. */
    static Optional<Sql> changed(@Nullable String was, @Nullable String now) {
        List<Sql> words = changes(was, now);
        return words.isEmpty() ? Optional.empty() : Optional.of(Sql.join(", ", words));
    }

    static Sql all(String array) {
        List<Sql> words = new ArrayList<>();
        map(array).entrySet().stream()
                .filter(option -> !option.getValue().equals(SECRET))
                .forEach(option -> words.add(Sql.of("%I %L", Name.of(option.getKey()), option.getValue())));
        return Sql.join(", ", words);
    }

    static Sql change(@Nullable String was, @Nullable String now) {
        return Sql.join(", ", changes(was, now));
    }

    private static List<Sql> changes(@Nullable String was, @Nullable String now) {
        Map<String, String> old = map(was);
        Map<String, String> wanted = map(now);
        List<Sql> words = new ArrayList<>();
        old.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> words.add(Sql.of("DROP %I", Name.of(name))));
        wanted.forEach((name, value) -> {
            if (!value.equals(SECRET) && !value.equals(old.get(name))) {
                words.add(
                        old.containsKey(name)
                                ? Sql.of("SET %I %L", Name.of(name), value)
                                : Sql.of("ADD %I %L", Name.of(name), value));
            }
        });
        return words;
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
