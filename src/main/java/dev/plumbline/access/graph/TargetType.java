package dev.plumbline.access.graph;

import dev.plumbline.model.DatabaseObject;

/** The types of objects that grant targets are collapsed by, in the order in which they stand. */
public enum TargetType {
    DATABASE("database"),
    SCHEMA("schema"),
    TABLES("tables"),
    VIEWS("views"),
    MATERIALIZED_VIEWS("materialized views"),
    FOREIGN_TABLES("foreign tables"),
    SEQUENCES("sequences"),
    ROUTINES("routines"),
    TYPES("types"),
    LANGUAGES("languages"),
    FOREIGN_DATA_WRAPPERS("foreign-data wrappers"),
    FOREIGN_SERVERS("foreign servers"),
    TABLESPACES("tablespaces"),
    PARAMETERS("parameters"),
    LARGE_OBJECTS("large objects");

    private final String words;

    TargetType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** True where each object is a node of its own. */
    public boolean isSingle() {
        return this == SCHEMA || this == DATABASE;
    }

    public static TargetType of(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION, COLUMN ->
                switch (object.letter()) {
                    case 'v' -> VIEWS;
                    case 'm' -> MATERIALIZED_VIEWS;
                    case 'f' -> FOREIGN_TABLES;
                    default -> TABLES;
                };
            case SEQUENCE -> SEQUENCES;
            case SCHEMA -> SCHEMA;
            case ROUTINE -> ROUTINES;
            case TYPE -> TYPES;
            case DATABASE -> DATABASE;
            case LANGUAGE -> LANGUAGES;
            case FOREIGN_DATA_WRAPPER -> FOREIGN_DATA_WRAPPERS;
            case FOREIGN_SERVER -> FOREIGN_SERVERS;
            case TABLESPACE -> TABLESPACES;
            case PARAMETER -> PARAMETERS;
            case LARGE_OBJECT -> LARGE_OBJECTS;
        };
    }
}
