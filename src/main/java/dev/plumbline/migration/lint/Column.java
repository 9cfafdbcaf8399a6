package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;

/** A column as far as the text of the migrations tells. */
public record Column(String name, TypeName type, boolean notNull, boolean hasDefault) {
    /** Of a {@code ColumnDef}. */
    public static Column of(Node definition) {
        TypeName type = TypeName.of(definition.plain("typeName"));
        List<String> kinds = kinds(definition);
        return new Column(
                definition.text("colname"),
                type,
                type.isSerial()
                        || kinds.contains("CONSTR_NOTNULL")
                        || kinds.contains("CONSTR_PRIMARY")
                        || kinds.contains("CONSTR_IDENTITY"),
                type.isSerial()
                        || kinds.contains("CONSTR_DEFAULT")
                        || kinds.contains("CONSTR_GENERATED")
                        || kinds.contains("CONSTR_IDENTITY"));
    }

    /** The kinds of constraints that stand with the column, such as {@code CONSTR_NOTNULL}. */
    public static List<String> kinds(Node definition) {
        return definition.nodes("constraints").stream()
                .map(each -> each.text("contype"))
                .toList();
    }

    Column named(String other) {
        return new Column(other, type, notNull, hasDefault);
    }

    Column of(TypeName other) {
        return new Column(name, other, notNull, hasDefault);
    }

    Column notNull(boolean wanted) {
        return new Column(name, type, wanted, hasDefault);
    }
}
