package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import java.util.List;

/** psql, pg_dump and pg_restore as blocks. */
final class PostgresReader {
    private PostgresReader() {}

    static boolean knows(String program) {
        return program.equals("psql") || program.equals("pg_dump") || program.equals("pg_restore");
    }

    static Draft read(ShellCommand command, String text) {
        return switch (command.word(0)) {
            case "psql" -> psql(command, text);
            case "pg_dump" -> dump(command);
            default -> Draft.manual(text, "What pg_restore brings back depends on the dump, which is not on the page.");
        };
    }

    private static Draft psql(ShellCommand command, String text) {
        String sql = command.option("-c", "--command");
        String login = command.option("-U", "--username");
        String file = command.input().isEmpty() ? command.option("-f", "--file") : command.input();
        if (!sql.isEmpty() && !sql.startsWith("\\")) {
            Draft draft = Draft.sql(sql);
            return login.isEmpty()
                    ? draft
                    : draft.guess("the page logs in as " + login + "; this uses the login of the connection.");
        }
        if (!file.isEmpty()) {
            Draft draft = Draft.manual(text, "It runs the file " + file + ", which is not on the page.");
            draft.file = file;
            return draft;
        }
        return Draft.manual(
                text,
                sql.isEmpty()
                        ? "It opens a session of psql; the blocks that follow use the connection of the runbook."
                        : "A command of psql itself, which only psql understands.");
    }

    private static Draft dump(ShellCommand command) {
        String file = command.output().isEmpty() ? command.option("-f", "--file") : command.output();
        String table = command.option("-t", "--table");
        Draft draft = new Draft(BlockKind.DUMP);
        if (file.isEmpty()) {
            draft.with("to", "dump.sql").guess("the page names no file to dump to.");
        } else {
            draft.with("to", file);
        }
        if (!table.isEmpty()) {
            draft.with("tables", List.of(table));
        }
        if (command.has("-a", "--data-only")) {
            draft.with("data-only", "true");
        }
        if (command.has("-s", "--schema-only")) {
            draft.with("schema-only", "true");
        }
        return draft;
    }
}
