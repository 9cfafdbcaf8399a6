package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to write instead, for statements of one change: of a statement that changes several things at once nothing is proposed. Names come from the parse tree and are quoted always; what
 * cannot be written from names stays in the author's own words.
 */
public final class Rewrites {
    private static final Pattern CREATE_INDEX =
            Pattern.compile("^(create\\s+(?:unique\\s+)?index)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REINDEX =
            Pattern.compile("^(reindex\\s+(?:index|table|schema|database))\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> MORE_THAN_COLUMNS =
            List.of("including", "options", "where_clause", "access_method", "indexspace");

    private Rewrites() {}

    /** The table's name as it is written. */
    static Sql quoted(TableName table) {
        return table.schema().isEmpty()
                ? Sql.of("%I", Name.of(table.name()))
                : Sql.of("%I.%I", Name.of(table.schema()), Name.of(table.name()));
    }

    private static boolean isOnly(Seen seen) {
        return seen.tree().nodes("cmds").size() == 1;
    }

    private static Rewrite.File file(Sql... statements) {
        return new Rewrite.File(
                true, List.of(statements).stream().map(Sql::text).toList());
    }

    private static Rewrite.File alone(String statement) {
        return new Rewrite.File(false, List.of(statement));
    }

    /** The statement in a file without a transaction. */
    public static Rewrite alone(Seen seen) {
        return new Rewrite(List.of(alone(seen.statement().text())), "");
    }

    /** CREATE INDEX with CONCURRENTLY. */
    public static List<Rewrite> index(Seen seen) {
        Matcher begin = CREATE_INDEX.matcher(seen.statement().text());
        return begin.find() && !seen.known().isPartitioned()
                ? List.of(new Rewrite(
                        List.of(alone(begin.replaceFirst("$1 CONCURRENTLY"))),
                        "A build that is stopped leaves an invalid index: drop it before the next try."))
                : List.of();
    }

    /** REINDEX with CONCURRENTLY; nothing where options stand in brackets. */
    public static List<Rewrite> reindex(Seen seen) {
        Matcher begin = REINDEX.matcher(seen.statement().text());
        return begin.find()
                ? List.of(
                        new Rewrite(
                                List.of(alone(begin.replaceFirst("$1 CONCURRENTLY"))),
                                "A build that is stopped leaves an invalid index whose name ends in _ccnew: drop it before the next try."))
                : List.of();
    }

    /** Nothing with CASCADE, which CONCURRENTLY does not know. */
    public static List<Rewrite> dropIndex(Seen seen, TableName index) {
        if (seen.tree().text("behavior").equals("DROP_CASCADE")) {
            return List.of();
        }
        Sql drop = seen.tree().flag("missing_ok")
                ? Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", quoted(index))
                : Sql.of("DROP INDEX CONCURRENTLY %s", quoted(index));
        return List.of(new Rewrite(List.of(alone(drop.text())), ""));
    }

    /** A CHECK that is validated, by which SET NOT NULL needs to read nothing (PostgreSQL 12 and later). */
    public static Rewrite notNull(Seen seen, String column) {
        Sql table = quoted(seen.table());
        Name check = Name.cut(seen.table().name() + "_" + column + "_is_not_null");
        return new Rewrite(
                List.of(
                        file(Sql.of(
                                "ALTER TABLE %s ADD CONSTRAINT %I CHECK (%I IS NOT NULL) NOT VALID",
                                table, check, Name.of(column))),
                        file(Sql.of("ALTER TABLE %s VALIDATE CONSTRAINT %I", table, check)),
                        file(
                                Sql.of("ALTER TABLE %s ALTER COLUMN %I SET NOT NULL", table, Name.of(column)),
                                Sql.of("ALTER TABLE %s DROP CONSTRAINT %I", table, check))),
                "");
    }

    /** Whether a column is of nothing but a name and a type that can be written from the tree, NOT NULL aside: whatever else it has would be lost. */
    private static boolean isPlain(Node definition) {
        Node type = definition.plain("typeName");
        List<Node> modifiers = type.nodes("typmods");
        boolean isWritable = modifiers.stream()
                        .allMatch(
                                each -> each.is("A_Const") && each.plain("ival").exists())
                && (modifiers.isEmpty() || !TypeName.of(type).name().equals("interval"))
                && !type.flag("pct_type")
                && !type.flag("setof");
        return isWritable
                && Column.kinds(definition).stream().allMatch("CONSTR_NOTNULL"::equals)
                && !definition.plain("collClause").exists()
                && definition.text("compression").isEmpty()
                && definition.text("storage_name").isEmpty();
    }

    /** The column without NOT NULL, to be filled before it is made NOT NULL. */
    public static List<Rewrite> requiredColumn(Seen seen, Node command) {
        if (!isOnly(seen) || !isPlain(command.node("def")) || command.flag("missing_ok")) {
            return List.of();
        }
        Column column = Column.of(command.node("def"));
        Sql add = Sql.of(
                "ALTER TABLE %s ADD COLUMN %I %s",
                quoted(seen.table()), Name.of(column.name()), column.type().sql());
        List<Rewrite.File> files = new ArrayList<>(List.of(file(add)));
        files.addAll(notNull(seen, column.name()).files());
        return List.of(
                new Rewrite(files, "Between the first file and the second, fill " + column.name() + " in batches."));
    }

    /** NOT VALID, and VALIDATE in a file of its own; nothing for a constraint without a name, whose name only the server knows. */
    public static List<Rewrite> notValid(Seen seen, AddedConstraint added) {
        String name = added.constraint().text("conname");
        if (!isOnly(seen) || added.isInline() || name.isEmpty() || seen.known().isPartitioned()) {
            return List.of();
        }
        Sql validate = Sql.of("ALTER TABLE %s VALIDATE CONSTRAINT %I", quoted(seen.table()), Name.of(name));
        return List.of(new Rewrite(
                List.of(new Rewrite.File(true, List.of(seen.statement().text() + "\n    NOT VALID")), file(validate)),
                ""));
    }

    /** A unique index built CONCURRENTLY that becomes the constraint's. */
    public static List<Rewrite> key(Seen seen, AddedConstraint added) {
        Node constraint = added.constraint();
        boolean isPlain = MORE_THAN_COLUMNS.stream()
                        .allMatch(field -> constraint.text(field).isEmpty()
                                && constraint.nodes(field).isEmpty())
                && !constraint.flag("nulls_not_distinct")
                && !constraint.flag("deferrable")
                && !constraint.flag("without_overlaps");
        if (!isOnly(seen) || added.isInline() || !isPlain || seen.known().isPartitioned()) {
            return List.of();
        }
        Name name = Name.cut(Constraint.of(constraint, seen.table(), "").name());
        Sql table = quoted(seen.table());
        Sql columns = Sql.join(
                ", ",
                added.columns().stream()
                        .map(each -> Sql.of("%I", Name.of(each)))
                        .toList());
        Sql index = Sql.of("CREATE UNIQUE INDEX CONCURRENTLY %I ON %s (%s)", name, table, columns);
        Sql use = constraint.text("contype").equals("CONSTR_PRIMARY")
                ? Sql.of("ALTER TABLE %s ADD CONSTRAINT %I PRIMARY KEY USING INDEX %I", table, name, name)
                : Sql.of("ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I", table, name, name);
        return List.of(new Rewrite(List.of(alone(index.text()), file(use)), ""));
    }

    /** A new column, filled and put in place of the old one; nothing where USING says how, or the server has its own ways to write the type. */
    public static List<Rewrite> typeChange(Seen seen, Node command) {
        if (!isOnly(seen)
                || !isPlain(command.node("def"))
                || command.node("def").node("raw_default").exists()) {
            return List.of();
        }
        String column = command.text("name");
        Name old = Name.of(column);
        Name made = Name.cut(column + "_new");
        Sql table = quoted(seen.table());
        Sql type = TypeName.of(command.node("def").plain("typeName")).sql();
        return List.of(new Rewrite(
                List.of(
                        file(Sql.of("ALTER TABLE %s ADD COLUMN %I %s", table, made, type)),
                        file(Sql.of(
                                "UPDATE %s SET %I = %I WHERE %I IS NULL AND %I IS NOT NULL",
                                table, made, old, made, old)),
                        file(
                                Sql.of("ALTER TABLE %s DROP COLUMN %I", table, old),
                                Sql.of("ALTER TABLE %s RENAME COLUMN %I TO %I", table, made, old))),
                "Fill " + made.text()
                        + " in batches, and by a trigger for what is written meanwhile. The column comes last in the table; its default, NOT NULL, constraints, indexes,"
                        + " comment and grants, and views that use it, have to be made anew before the last file."));
    }
}
