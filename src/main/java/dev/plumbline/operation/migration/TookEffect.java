package dev.plumbline.operation.migration;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.Set;

/**
 * Whether a statement that failed on a copy of a database's structure failed because the database has had it: what it makes is there, or the one thing that it drops is not.
 * The codes are of the PostgreSQL manual, appendix A.
 */
final class TookEffect {
    /** Duplicate table, column, object, schema, function. */
    private static final Set<String> IS_THERE = Set.of("42P07", "42701", "42710", "42P06", "42723");
    /** Undefined table, object, function, schema. */
    private static final Set<String> IS_GONE = Set.of("42P01", "42704", "42883", "3F000");
    /** Undefined column, object. */
    private static final Set<String> PART_IS_GONE = Set.of("42703", "42704");

    private static final Set<String> DROPS_PART = Set.of("AT_DropColumn", "AT_DropConstraint");

    private TookEffect() {}

    static boolean of(TracedStatement failed, PostgresParser parser) {
        String code = failed.said().split(":", 2)[0];
        return IS_THERE.contains(code)
                || parser.parse(failed.statement().text()) instanceof Parsing.Parsed parsed
                        && parsed.statements().size() == 1
                        && isGone(parsed.statements().get(0), code);
    }

    /** Of several things one that is missing says nothing of the others. */
    private static boolean isGone(Node tree, String code) {
        if (tree.is("DropStmt")) {
            return tree.nodes("objects").size() == 1 && IS_GONE.contains(code);
        }
        return tree.is("AlterTableStmt")
                && tree.nodes("cmds").size() == 1
                && DROPS_PART.contains(tree.nodes("cmds").get(0).text("subtype"))
                && PART_IS_GONE.contains(code);
    }
}
