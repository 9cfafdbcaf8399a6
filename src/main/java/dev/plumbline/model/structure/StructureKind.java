package dev.plumbline.model.structure;

/** The kinds of things a database is made of, in the order in which they are told. {@code isPart}: it belongs to a table, view or other relation. */
public enum StructureKind {
    SCHEMA("schema", false),
    EXTENSION("extension", false),
    COLLATION("collation", false),
    FOREIGN_SERVER("foreign server", false),
    ENUM("enum type", false),
    DOMAIN("domain", false),
    COMPOSITE("composite type", false),
    RANGE("range type", false),
    SEQUENCE("sequence", false),
    TABLE("table", false),
    FOREIGN_TABLE("foreign table", false),
    COLUMN("column", true),
    CONSTRAINT("constraint", true),
    INDEX("index", true),
    VIEW("view", false),
    MATERIALIZED_VIEW("materialized view", false),
    ROUTINE("routine", false),
    AGGREGATE("aggregate", false),
    OPERATOR("operator", false),
    OPERATOR_FAMILY("operator family", false),
    OPERATOR_CLASS("operator class", false),
    CAST("cast", false),
    TEXT_SEARCH_DICTIONARY("text search dictionary", false),
    TEXT_SEARCH_CONFIGURATION("text search configuration", false),
    CONVERSION("conversion", false),
    TRIGGER("trigger", true),
    POLICY("policy", true),
    RULE("rule", true),
    STATISTICS("statistics object", false),
    EVENT_TRIGGER("event trigger", false),
    PUBLICATION("publication", false);

    private final String word;
    private final boolean part;

    StructureKind(String word, boolean part) {
        this.word = word;
        this.part = part;
    }

    /** Many of them, as readings and gaps name them. */
    public String words() {
        return word.endsWith("x") || word.endsWith("ss")
                ? word + "es"
                : word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    public String word() {
        return word;
    }

    public boolean isPart() {
        return part;
    }

    /** Whether things of other kinds belong to it. Only among these kinds no two of one schema bear the same name. */
    public boolean hasParts() {
        return switch (this) {
            case DOMAIN, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }
}
