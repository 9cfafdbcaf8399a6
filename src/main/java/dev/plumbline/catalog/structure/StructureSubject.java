package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.pg.Query;
import java.util.List;
import java.util.Locale;

/**
 * The things of one kind, or of few: the file that asks for them and the catalog that holds them, as {@code pg_description} and {@code pg_depend} name it. Columns of the
 * answer other than the names and numbers are the properties; a row may say a nearer {@code kind}.
 */
enum StructureSubject {
    SCHEMAS("pg_namespace", StructureKind.SCHEMA),
    EXTENSIONS("pg_extension", StructureKind.EXTENSION),
    COLLATIONS("pg_collation", StructureKind.COLLATION),
    FOREIGN_SERVERS("pg_foreign_server", StructureKind.FOREIGN_SERVER),
    TYPES("pg_type", StructureKind.COMPOSITE, StructureKind.ENUM, StructureKind.DOMAIN, StructureKind.RANGE),
    SEQUENCES("pg_class", StructureKind.SEQUENCE),
    TABLES("pg_class", StructureKind.TABLE, StructureKind.FOREIGN_TABLE),
    COLUMNS("pg_class", StructureKind.COLUMN),
    CONSTRAINTS("pg_constraint", StructureKind.CONSTRAINT),
    INDEXES("pg_class", StructureKind.INDEX),
    VIEWS("pg_class", StructureKind.VIEW, StructureKind.MATERIALIZED_VIEW),
    ROUTINES("pg_proc", StructureKind.ROUTINE),
    AGGREGATES("pg_proc", StructureKind.AGGREGATE),
    OPERATORS("pg_operator", StructureKind.OPERATOR),
    OPERATOR_FAMILIES("pg_opfamily", StructureKind.OPERATOR_FAMILY),
    OPERATOR_CLASSES("pg_opclass", StructureKind.OPERATOR_CLASS),
    CASTS("pg_cast", StructureKind.CAST),
    TEXT_SEARCH_DICTIONARIES("pg_ts_dict", StructureKind.TEXT_SEARCH_DICTIONARY),
    TEXT_SEARCH_CONFIGURATIONS("pg_ts_config", StructureKind.TEXT_SEARCH_CONFIGURATION),
    CONVERSIONS("pg_conversion", StructureKind.CONVERSION),
    TRIGGERS("pg_trigger", StructureKind.TRIGGER),
    POLICIES("pg_policy", StructureKind.POLICY),
    RULES("pg_rewrite", StructureKind.RULE),
    STATISTICS("pg_statistic_ext", StructureKind.STATISTICS),
    EVENT_TRIGGERS("pg_event_trigger", StructureKind.EVENT_TRIGGER),
    PUBLICATIONS("pg_publication", StructureKind.PUBLICATION);

    private final String catalog;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<StructureKind> kinds;

    StructureSubject(String catalog, StructureKind... kinds) {
        this.catalog = catalog;
        this.kinds = List.of(kinds);
    }

    String catalog() {
        return catalog;
    }

    /** What is unknown where this is refused. */
    List<StructureKind> kinds() {
        return kinds;
    }

    Query query() {
        return new Query("the " + word().replace('_', ' '), SqlText.of(file()), List.of());
    }

    /** The file that asks for them. */
    String file() {
        return "structure/" + word() + ".sql";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
