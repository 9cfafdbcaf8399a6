package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> NO_PROPERTIES = Set.of("oid", "sub", "schema", "parent", "name", "kind");

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

    /** What the row tells, with what other answers said of the same row of the catalog. */
    Structure read(Rows.Row row, StructureMarks marks, SeenNames seen) {
        TreeMap<String, String> properties = new TreeMap<>();
        for (String column : row.columns()) {
            String value = row.textOrNull(column);
            if (value != null && !NO_PROPERTIES.contains(column)) {
                properties.put(column.replace('_', ' '), value);
            }
        }
        long oid = row.number("oid");
        String comment = marks.comment(catalog, oid, row.has("sub") ? row.number("sub") : 0);
        if (comment != null) {
            properties.put("comment", comment);
        }
        StructureName name = new StructureName(
                kindOf(row), optional(row, "schema", seen), optional(row, "parent", seen), row.text("name"));
        return new Structure(name, properties, marks.isOfExtension(catalog, oid));
    }

    private StructureKind kindOf(Rows.Row row) {
        return row.has("kind") ? StructureKind.valueOf(row.text("kind")) : kinds.get(0);
    }

    private static @Nullable Name optional(Rows.Row row, String column, SeenNames seen) {
        String text = row.has(column) ? row.textOrNull(column) : null;
        return text == null ? null : seen.name(text);
    }
}
