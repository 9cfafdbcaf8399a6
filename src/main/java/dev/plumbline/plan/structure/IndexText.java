package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;

/** The parts of an index's definition as {@code pg_get_indexdef} writes it: {@code CREATE [UNIQUE] INDEX name ON [ONLY] table USING …}. */
record IndexText(boolean unique, boolean only, String rest) {
    private static final String UNIQUE = "CREATE UNIQUE INDEX ";
    private static final String PLAIN = "CREATE INDEX ";
    private static final String ONLY = " ON ONLY ";

    static IndexText of(String definition) {
        boolean unique = definition.startsWith(UNIQUE);
        String named = definition.substring(unique ? UNIQUE.length() : PLAIN.length());
        String rest = named.substring(Words.nameLength(named));
        return rest.startsWith(ONLY)
                ? new IndexText(unique, true, " ON " + rest.substring(ONLY.length()))
                : new IndexText(unique, false, rest);
    }

    Sql statement(Name name, boolean concurrently, boolean withOnly) {
        Sql on = Words.server(withOnly && only ? ONLY + rest.substring(" ON ".length()) : rest);
        if (concurrently) {
            return unique
                    ? Sql.of("CREATE UNIQUE INDEX CONCURRENTLY %I%s", name, on)
                    : Sql.of("CREATE INDEX CONCURRENTLY %I%s", name, on);
        }
        return unique ? Sql.of("CREATE UNIQUE INDEX %I%s", name, on) : Sql.of("CREATE INDEX %I%s", name, on);
    }
}
