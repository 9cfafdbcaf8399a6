package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE TEXT SEARCH DICTIONARY with its options as the server keeps them, PostgreSQL 16 manual. */
final class DictionaryDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        Sql template = Words.server(thing.property("template"));
        return thing.property("options").isEmpty()
                ? Sql.of("CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s)", Words.qualified(thing.name()), template)
                : Sql.of(
                        "CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s, %s)",
                        Words.qualified(thing.name()), template, Words.server(thing.property("options")));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TEXT SEARCH DICTIONARY %s", Words.qualified(thing.name()));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON TEXT SEARCH DICTIONARY %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
