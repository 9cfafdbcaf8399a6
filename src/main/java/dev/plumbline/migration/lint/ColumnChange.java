package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ALTER COLUMN TYPE has to write, as the server decides it: nothing where the old type is binary coercible to the new one and its modifier does not shrink (PostgreSQL 18,
 * {@code ATColumnChangeRequiresRewrite} in {@code tablecmds.c}; {@code varchar_support}, {@code numeric_support}, {@code TemporalSimplify}).
 */
public enum ColumnChange {
    NOTHING_WRITTEN(""),
    WRITTEN(" writes every row anew while readers and writers are kept out."),
    UNKNOWN(
            " writes every row anew while readers and writers are kept out, unless the column's type is one that needs none: no migration seen here tells its type.");

    private static final long MICROSECONDS = 6;
    private static final Set<String> BY_PRECISION = Set.of("timestamp", "timestamptz", "time", "timetz");
    private static final Set<List<String>> COERCIBLE = Set.of(
            List.of("varchar", "text"),
            List.of("text", "varchar"),
            List.of("cidr", "inet"),
            List.of("int4", "oid"),
            List.of("oid", "int4"),
            List.of("xml", "text"));

    private final String words;

    ColumnChange(String words) {
        this.words = words;
    }

    public String words(String change) {
        return change + words;
    }

    /** @param using the expression of USING; no node where there is none */
    public static ColumnChange of(Optional<TypeName> old, TypeName wanted, Node using, String column) {
        if (using.exists() && !isPlain(using, column)) {
            return WRITTEN;
        }
        return old.map(each -> isFree(each, wanted) ? NOTHING_WRITTEN : WRITTEN).orElse(UNKNOWN);
    }

    private static boolean isPlain(Node using, String column) {
        Node inner = using.is("TypeCast") ? using.node("arg") : using;
        return inner.is("ColumnRef") && inner.texts("fields").equals(List.of(column));
    }

    private static boolean isFree(TypeName old, TypeName wanted) {
        if (old.equals(wanted)) {
            return true;
        }
        if (old.isArray()
                || wanted.isArray()
                || !old.schema().isEmpty()
                || !wanted.schema().isEmpty()) {
            return false;
        }
        if (!old.name().equals(wanted.name())) {
            return wanted.modifiers().isEmpty() && COERCIBLE.contains(List.of(old.name(), wanted.name()));
        }
        return switch (wanted.name()) {
            case "varchar", "varbit" -> isWider(old, wanted);
            case "numeric" -> isWiderNumber(old, wanted);
            default -> BY_PRECISION.contains(wanted.name()) && precision(wanted) >= precision(old);
        };
    }

    private static boolean isWider(TypeName old, TypeName wanted) {
        return wanted.modifiers().isEmpty()
                || !old.modifiers().isEmpty()
                        && wanted.modifiers().get(0) >= old.modifiers().get(0);
    }

    private static boolean isWiderNumber(TypeName old, TypeName wanted) {
        return wanted.modifiers().isEmpty() || isWider(old, wanted) && scale(old) == scale(wanted);
    }

    private static long scale(TypeName type) {
        return type.modifiers().size() > 1 ? type.modifiers().get(1) : 0;
    }

    private static long precision(TypeName type) {
        return type.modifiers().isEmpty() ? MICROSECONDS : type.modifiers().get(0);
    }
}
