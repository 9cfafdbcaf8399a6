package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.StructureKind;
import java.util.List;

/** What pg-flux calls the operations that end a difference. */
public final class OperationType {
    private static final String OTHER = "RAW_DDL";

    private OperationType() {}

    /** One or two for what came or went or is made anew; for a column one for each of its properties. */
    public static List<String> of(StructureDifference difference) {
        return switch (difference.change()) {
            case ADDED -> List.of(made(difference.name().kind()));
            case REMOVED -> List.of(dropped(difference.name().kind()));
            case CHANGED -> changed(difference);
        };
    }

    /** Of what is renamed and stays. */
    public static String renamed(StructureKind kind) {
        return switch (kind) {
            case TABLE -> "RENAME_TABLE";
            case COLUMN -> "RENAME_COLUMN";
            case CONSTRAINT -> "RENAME_TABLE_CONSTRAINT";
            default -> OTHER;
        };
    }

    /** Of what a thing comes to be by. */
    public static String made(StructureKind kind) {
        return switch (kind) {
            case EXTENSION -> "CREATE_EXTENSION";
            case ENUM, DOMAIN, COMPOSITE, RANGE -> "CREATE_TYPE";
            case SEQUENCE -> "CREATE_SEQUENCE";
            case TABLE -> "CREATE_TABLE";
            case COLUMN -> "ADD_COLUMN";
            case CONSTRAINT -> "ADD_TABLE_CONSTRAINT";
            case INDEX -> "CREATE_INDEX";
            case VIEW, MATERIALIZED_VIEW -> "CREATE_VIEW";
            case ROUTINE -> "CREATE_FUNCTION";
            case TRIGGER -> "CREATE_TRIGGER";
            case POLICY -> "CREATE_POLICY";
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    SCHEMA,
                    FOREIGN_TABLE,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> OTHER;
        };
    }

    /** Of what a thing goes by. */
    public static String dropped(StructureKind kind) {
        return switch (kind) {
            case EXTENSION -> "DROP_EXTENSION";
            case SEQUENCE -> "DROP_SEQUENCE";
            case TABLE -> "DROP_TABLE";
            case COLUMN -> "DROP_COLUMN";
            case CONSTRAINT -> "DROP_TABLE_CONSTRAINT";
            case INDEX -> "DROP_INDEX";
            case VIEW, MATERIALIZED_VIEW -> "DROP_VIEW";
            case ROUTINE -> "DROP_FUNCTION";
            case TRIGGER -> "DROP_TRIGGER";
            case POLICY -> "DROP_POLICY";
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    SCHEMA,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    FOREIGN_TABLE,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> OTHER;
        };
    }

    private static List<String> changed(StructureDifference difference) {
        StructureKind kind = difference.name().kind();
        return switch (kind) {
            case COLUMN ->
                difference.properties().stream()
                        .map(OperationType::ofColumn)
                        .distinct()
                        .toList();
            case TABLE ->
                difference.properties().stream()
                        .map(property -> property.word().contains("row security") ? "TOGGLE_RLS" : OTHER)
                        .distinct()
                        .toList();
            case CONSTRAINT, INDEX, TRIGGER -> List.of(dropped(kind), made(kind));
            case EXTENSION -> List.of("UPDATE_EXTENSION");
            case VIEW, MATERIALIZED_VIEW, ROUTINE -> List.of(made(kind));
            case POLICY -> List.of("ALTER_POLICY");
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    SCHEMA,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    SEQUENCE,
                    FOREIGN_TABLE,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> List.of(OTHER);
        };
    }

    private static String ofColumn(StructureDifference.Property property) {
        boolean comes = property.from() == null;
        boolean goes = property.to() == null;
        return switch (property.word()) {
            case "type" -> "ALTER_COLUMN_TYPE";
            case "not null" -> comes ? "SET_NOT_NULL" : "DROP_NOT_NULL";
            case "identity" -> comes ? "ADD_IDENTITY" : goes ? "DROP_IDENTITY" : "SET_IDENTITY";
            case "identity sequence" -> "SET_IDENTITY";
            case "storage" -> "ALTER_COLUMN_STORAGE";
            default -> "ALTER_COLUMN";
        };
    }
}
