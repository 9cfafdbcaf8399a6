package dev.plumbline.runbook.document;

import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;

/** The SQL of a block to PostgreSQL's own parser, each placeholder standing for a value of its form. Safe for many threads, which take turns. */
public final class SqlText {
    /** It keeps nothing but what it parsed lately; loading it takes half a second, so there is one. */
    private static final PostgresParser PARSER = new PostgresParser();

    private SqlText() {}

    public static Parsing parse(String sql) {
        return PARSER.parse(filled(sql));
    }

    /** The text with something of the right form in the place of each placeholder; lines stay where they are. */
    public static String filled(String sql) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(sql)) {
            text.append(sql, at, each.from()).append(example(each));
            at = each.to();
        }
        return text.append(sql.substring(at)).toString();
    }

    private static String example(Placeholder placeholder) {
        return switch (placeholder.form()) {
            case "identifier" -> "\"" + placeholder.name() + "\"";
            case "table" -> "\"schema\".\"" + placeholder.name() + "\"";
            case "number" -> "1";
            default -> "'" + placeholder.name() + "'";
        };
    }
}
