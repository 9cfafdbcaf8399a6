package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** CREATE TEXT SEARCH CONFIGURATION and what it does with each kind of token, PostgreSQL 16 manual. Mappings are altered in place. */
final class ConfigurationDefinition extends Definition {
    private static final String MAPPINGS = "mappings";

    @Override
    Sql create(Structure thing, State state) {
        return Sql.of(
                "CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %s)",
                Words.qualified(thing.name()), Words.server(thing.property("parser")));
    }

    @Override
    List<Draft> make(Structure thing, Way way) {
        List<Draft> drafts = new ArrayList<>(super.make(thing, way));
        drafts.addAll(mapped(thing, Map.of(), mappings(thing)));
        return drafts;
    }

    @Override
    Sql whole(Structure thing, State state) {
        List<Sql> statements = new ArrayList<>();
        statements.add(super.whole(thing, state));
        mappings(thing).forEach((token, dictionaries) -> statements.add(add(thing, token, dictionaries)));
        return Sql.join(";\n", statements);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TEXT SEARCH CONFIGURATION %s", Words.qualified(thing.name()));
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        return word.equals(MAPPINGS)
                ? Optional.of(mapped(now, mappings(was), mappings(now)))
                : super.change(was, now, word, way);
    }

    private static List<Draft> mapped(Structure thing, Map<String, String> was, Map<String, String> now) {
        TreeSet<String> tokens = new TreeSet<>(was.keySet());
        tokens.addAll(now.keySet());
        List<Draft> drafts = new ArrayList<>();
        for (String token : tokens) {
            String old = was.get(token);
            String wanted = now.get(token);
            if (old == null && wanted != null) {
                drafts.add(draft(thing, token, add(thing, token, wanted)).undo(remove(thing, token)));
            } else if (old != null && wanted == null) {
                drafts.add(draft(thing, token, remove(thing, token)).undo(add(thing, token, old)));
            } else if (old != null && wanted != null && !old.equals(wanted)) {
                drafts.add(draft(thing, token, alter(thing, token, wanted)).undo(alter(thing, token, old)));
            }
        }
        return drafts;
    }

    private static Draft draft(Structure thing, String token, Sql sql) {
        return new Draft(shown(thing) + " maps the token " + token + " otherwise.", sql);
    }

    private static Sql add(Structure thing, String token, String dictionaries) {
        return Sql.of(
                "ALTER TEXT SEARCH CONFIGURATION %s ADD MAPPING FOR %s WITH %s",
                Words.qualified(thing.name()), Words.server(token), Words.server(dictionaries));
    }

    private static Sql alter(Structure thing, String token, String dictionaries) {
        return Sql.of(
                "ALTER TEXT SEARCH CONFIGURATION %s ALTER MAPPING FOR %s WITH %s",
                Words.qualified(thing.name()), Words.server(token), Words.server(dictionaries));
    }

    private static Sql remove(Structure thing, String token) {
        return Sql.of(
                "ALTER TEXT SEARCH CONFIGURATION %s DROP MAPPING FOR %s",
                Words.qualified(thing.name()), Words.server(token));
    }

    /** Lists of dictionaries by the quoted name of the token. */
    private static Map<String, String> mappings(Structure thing) {
        Map<String, String> mappings = new LinkedHashMap<>();
        thing.property(MAPPINGS).lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int end = Words.nameLength(line);
            mappings.put(line.substring(0, end), line.substring(end + 1));
        });
        return mappings;
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON TEXT SEARCH CONFIGURATION %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
