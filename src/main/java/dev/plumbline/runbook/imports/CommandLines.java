package dev.plumbline.runbook.imports;

import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.runbook.document.SqlText;
import java.util.List;
import java.util.regex.Pattern;

/** Whether lines are commands, SQL, or what a program printed. */
final class CommandLines {
    private static final Pattern SHELL = Pattern.compile(
            "(?s)\\s*(\\$ )?([A-Z_]+=\\S* )*(sudo )?(kubectl|psql|pg_dump|pg_restore|curl|velocity|dbctl|helm|docker|aws|cockroach|atlas|pg-flux|export|cat|echo|oc)\\b.*");
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\s*(select|with|show|explain|alter|create|drop|truncate|delete|update|insert|grant|revoke|set|reset|begin|commit|rollback|vacuum|reindex|analyze|refresh|comment|do|call|values|table)\\s.*");

    private CommandLines() {}

    static boolean isShell(String line) {
        return SHELL.matcher(line).matches();
    }

    static boolean isSqlStart(String line) {
        return SQL.matcher(line).matches();
    }

    /** Whether the first line that is no comment begins a statement that PostgreSQL's parser takes. */
    static boolean isSql(List<String> lines) {
        boolean begins = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                .findFirst()
                .filter(CommandLines::isSqlStart)
                .isPresent();
        return begins && SqlText.parse(String.join("\n", lines)) instanceof Parsing.Parsed;
    }

    static boolean isCommands(List<String> lines) {
        return isSql(lines)
                || lines.stream().anyMatch(line -> isShell(line) || line.strip().startsWith("\\"))
                || lines.stream().anyMatch(CommandLines::isSqlStart);
    }

    static boolean isOutput(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains(" | ") || line.contains("──") || line.contains("--+--"));
    }

    /** Whether a line that begins with # belongs to commands: one of the lines around it is one. */
    static boolean isShellComment(List<String> lines, String line) {
        int at = lines.indexOf(line);
        return at > 0 && !lines.get(at - 1).isBlank() || at + 1 < lines.size() && isShell(lines.get(at + 1));
    }
}
