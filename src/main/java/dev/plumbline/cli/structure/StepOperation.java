package dev.plumbline.cli.structure;

import dev.plumbline.drift.structure.OperationType;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.plan.structure.StructureStep;
import java.util.Optional;

/** What pg-flux calls the operation of a step. */
final class StepOperation {
    private StepOperation() {}

    static String of(StructureStep step) {
        String sql = step.sql().text();
        StructureKind kind = step.about().kind();
        return switch (step.difference().charAt(0)) {
            case '-' -> OperationType.dropped(kind);
            case '+' -> validates(sql) ? "VALIDATE_TABLE_CONSTRAINT" : made(kind, sql);
            default -> kind == StructureKind.COLUMN ? ofColumn(sql) : ofOther(kind, sql);
        };
    }

    /** A constraint's own index comes before it. */
    private static String made(StructureKind kind, String sql) {
        return kind == StructureKind.CONSTRAINT && sql.contains(" INDEX CONCURRENTLY ")
                ? OperationType.made(StructureKind.INDEX)
                : OperationType.made(kind);
    }

    private static String ofColumn(String sql) {
        if (sql.contains(" ADD CONSTRAINT ")) {
            return "STAGED_NOT_NULL_ADD_CONSTRAINT";
        }
        if (validates(sql)) {
            return "STAGED_NOT_NULL_VALIDATE";
        }
        if (sql.contains(" DROP CONSTRAINT ")) {
            return "STAGED_NOT_NULL_DROP_CONSTRAINT";
        }
        return column(sql, " SET NOT NULL", "SET_NOT_NULL")
                .or(() -> column(sql, " DROP NOT NULL", "DROP_NOT_NULL"))
                .or(() -> column(sql, " ADD GENERATED ", "ADD_IDENTITY"))
                .or(() -> column(sql, " DROP IDENTITY", "DROP_IDENTITY"))
                .or(() -> column(sql, " SET GENERATED ", "SET_IDENTITY"))
                .or(() -> column(sql, " SET STORAGE ", "ALTER_COLUMN_STORAGE"))
                .or(() -> column(sql, " TYPE ", "ALTER_COLUMN_TYPE"))
                .orElse("ALTER_COLUMN");
    }

    private static Optional<String> column(String sql, String words, String operation) {
        return sql.contains(words) ? Optional.of(operation) : Optional.empty();
    }

    private static String ofOther(StructureKind kind, String sql) {
        if (sql.contains(" ROW LEVEL SECURITY")) {
            return "TOGGLE_RLS";
        }
        if (validates(sql)) {
            return "VALIDATE_TABLE_CONSTRAINT";
        }
        return switch (kind) {
            case INDEX ->
                sql.startsWith("DROP ") ? "DROP_INDEX" : sql.startsWith("CREATE ") ? "CREATE_INDEX" : "RAW_DDL";
            case EXTENSION -> "UPDATE_EXTENSION";
            case POLICY -> "ALTER_POLICY";
            case VIEW, MATERIALIZED_VIEW, ROUTINE -> sql.startsWith("CREATE ") ? OperationType.made(kind) : "RAW_DDL";
            default -> "RAW_DDL";
        };
    }

    private static boolean validates(String sql) {
        return sql.contains(" VALIDATE CONSTRAINT ");
    }
}
