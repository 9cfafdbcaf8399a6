package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a statement itself does what no ROLLBACK takes back: functions that set a sequence, speak to another server, write files, signal sessions, or keep what they made (PostgreSQL manual 9.17,
 * 9.28, 33.4), and COPY to files and programs. Seen in its text and in the text of a DO block; not in functions and triggers of the database that it sets off.
 */
final class NotRolledBack {
    private static final List<String> FUNCTIONS = List.of(
            "setval",
            "dblink",
            "lo_export",
            "pg_file_",
            "pg_create_physical_replication_slot",
            "pg_create_logical_replication_slot",
            "pg_copy_physical_replication_slot",
            "pg_copy_logical_replication_slot",
            "pg_drop_replication_slot",
            "pg_replication_slot_advance",
            "pg_replication_origin_",
            "pg_logical_emit_message",
            "pg_terminate_backend",
            "pg_cancel_backend",
            "pg_reload_conf",
            "pg_rotate_logfile",
            "pg_switch_wal",
            "pg_create_restore_point",
            "pg_promote",
            "pg_wal_replay_",
            "pg_stat_reset",
            "pg_stat_statements_reset");
    private static final Pattern CALLED = Pattern.compile(
            "\\b(" + FUNCTIONS.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(\\w*)\"?\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private NotRolledBack() {}

    /** What it does, in words; empty where nothing of the kind is seen. */
    static Optional<String> of(MigrationStatement statement, PostgresParser parser) {
        if (!(parser.parse(statement.text()) instanceof Parsing.Parsed parsed)) {
            return Optional.empty();
        }
        return parsed.statements().stream().flatMap(tree -> of(tree).stream()).findFirst();
    }

    private static Optional<String> of(Node tree) {
        if (tree.is("CopyStmt")
                && (tree.flag("is_program") || !tree.text("filename").isEmpty() && !tree.flag("is_from"))) {
            return Optional.of(
                    tree.flag("is_program") ? "runs a program of the server" : "writes a file of the server");
        }
        Stream<String> called = tree.all("FuncCall").stream()
                .map(call -> call.texts("funcname"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.get(name.size() - 1));
        Stream<String> written =
                tree.is("DoStmt") ? tree.everyText("sval").stream().flatMap(NotRolledBack::calledIn) : Stream.empty();
        return Stream.concat(called, written)
                .filter(NotRolledBack::isOne)
                .findFirst()
                .map(name -> "calls " + name.toLowerCase(Locale.ROOT) + "()");
    }

    private static Stream<String> calledIn(String body) {
        return CALLED.matcher(body).results().map(found -> found.group(1) + found.group(2));
    }

    private static boolean isOne(String name) {
        Matcher whole = CALLED.matcher(name + "(");
        return whole.lookingAt();
    }
}
