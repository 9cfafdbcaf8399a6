package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.OwnName;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A thing as GRANT and as ALTER … OWNER TO name it, PostgreSQL manual. */
final class OwnedSql {
    private OwnedSql() {}

    static Sql target(Structure thing) {
        Sql name = Words.qualified(thing.name());
        return switch (thing.name().kind()) {
            case SCHEMA -> Sql.of("SCHEMA %s", name);
            case SEQUENCE -> Sql.of("SEQUENCE %s", name);
            case ROUTINE -> Sql.of("ROUTINE %s", Words.server(thing.property("identity")));
            case AGGREGATE ->
                Sql.of(
                        "ROUTINE %I.%I%s",
                        Objects.requireNonNull(thing.name().schema()),
                        Name.of(OwnName.of(thing)),
                        Words.server(
                                thing.name().name().substring(OwnName.of(thing).length())));
            case FOREIGN_SERVER -> Sql.of("FOREIGN SERVER %s", name);
            case ENUM, DOMAIN, COMPOSITE, RANGE -> Sql.of("TYPE %s", name);
            default -> Sql.of("TABLE %s", name);
        };
    }

    static Sql altered(Structure thing) {
        Sql name = Words.qualified(thing.name());
        return switch (thing.name().kind()) {
            case VIEW -> Sql.of("VIEW %s", name);
            case MATERIALIZED_VIEW -> Sql.of("MATERIALIZED VIEW %s", name);
            case FOREIGN_TABLE -> Sql.of("FOREIGN TABLE %s", name);
            case AGGREGATE -> Sql.of("AGGREGATE %s", Words.server(thing.property("identity")));
            case FOREIGN_SERVER -> Sql.of("SERVER %s", name);
            case DOMAIN -> Sql.of("DOMAIN %s", name);
            default -> target(thing);
        };
    }

    /** The columns that something may have been granted on, each by itself. */
    static List<Name> columns(Structure thing, State state) {
        List<Name> columns = new ArrayList<>();
        for (String one : Words.list(thing.property("columns"))) {
            columns.add(Name.of(Words.bare(one.substring(0, Words.nameLength(one)))));
        }
        state.columnsOf(thing.name()).forEach(column -> columns.add(Words.name(column)));
        return columns;
    }
}
