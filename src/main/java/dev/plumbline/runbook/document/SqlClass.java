package dev.plumbline.runbook.document;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What SQL does to the world, by PostgreSQL 18's grammar. What a function of the database's own does is not in the text; that is for the read-only transaction to refuse. Text that does
 * not parse is taken for a change.
 */
public final class SqlClass {
    private static final Set<String> READS = Set.of(
            "VariableShowStmt",
            "VariableSetStmt",
            "TransactionStmt",
            "DeclareCursorStmt",
            "FetchStmt",
            "ClosePortalStmt",
            "DiscardStmt",
            "ListenStmt",
            "UnlistenStmt",
            "DeallocateStmt",
            "ConstraintsSetStmt");
    private static final Set<String> ROWS = Set.of("InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt");
    /** Functions of PostgreSQL itself that a SELECT changes something by (manual 9.17, 9.28). */
    private static final Set<String> CHANGING = Set.of(
            "nextval",
            "setval",
            "pg_cancel_backend",
            "pg_terminate_backend",
            "pg_reload_conf",
            "pg_rotate_logfile",
            "pg_promote",
            "pg_switch_wal",
            "pg_create_restore_point",
            "pg_wal_replay_pause",
            "pg_wal_replay_resume",
            "pg_create_physical_replication_slot",
            "pg_create_logical_replication_slot",
            "pg_replication_slot_advance",
            "pg_logical_emit_message",
            "pg_notify",
            "pg_stat_reset",
            "pg_stat_reset_shared",
            "pg_stat_statements_reset",
            "pg_restore_relation_stats",
            "pg_import_system_collations",
            "lo_create",
            "lo_import",
            "lo_put",
            "lo_from_bytea",
            "lo_export",
            "dblink",
            "dblink_exec");

    private static final Set<String> LOSING = Set.of(
            "pg_drop_replication_slot",
            "lo_unlink",
            "lo_truncate",
            "pg_replication_origin_drop",
            "pg_clear_relation_stats");
    /** CockroachDB's own forms of SHOW are not PostgreSQL's grammar. */
    private static final Pattern ONE_SHOW = Pattern.compile("(?is)\\s*SHOW\\s[^;]*;?\\s*");

    private static final Pattern LOSING_WORDS = Pattern.compile("(?i)\\b(drop|truncate|delete)\\b");

    private SqlClass() {}

    /** The strongest class of its statements. */
    public static StepClass of(String sql) {
        if (SqlText.parse(sql) instanceof Parsing.Parsed parsed) {
            StepClass strongest = StepClass.READ;
            for (Node statement : parsed.statements()) {
                strongest = strongest.or(of(statement));
            }
            return strongest;
        }
        if (ONE_SHOW.matcher(sql).matches()) {
            return StepClass.READ;
        }
        return LOSING_WORDS.matcher(sql).find() ? StepClass.DESTRUCTIVE : StepClass.CHANGE;
    }

    public static StepClass of(Node statement) {
        String type = statement.type();
        if (READS.contains(type)) {
            return StepClass.READ;
        }
        if (type.startsWith("Drop")) {
            return StepClass.DESTRUCTIVE;
        }
        return switch (type) {
            case "SelectStmt" -> select(statement);
            case "ExplainStmt" -> explain(statement);
            case "PrepareStmt" -> of(statement.node("query"));
            case "CopyStmt" ->
                statement.flag("is_from") || !statement.text("filename").isEmpty()
                        ? StepClass.CHANGE
                        : within(statement);
            case "TruncateStmt" -> StepClass.DESTRUCTIVE;
            case "DeleteStmt", "UpdateStmt" ->
                isForAll(statement) ? StepClass.DESTRUCTIVE : StepClass.CHANGE.or(within(statement));
            case "InsertStmt", "MergeStmt" -> StepClass.CHANGE.or(within(statement));
            case "AlterTableStmt" ->
                statement.nodes("cmds").stream()
                                .anyMatch(each -> each.text("subtype").equals("AT_DropColumn"))
                        ? StepClass.DESTRUCTIVE
                        : StepClass.CHANGE;
            case "DoStmt" ->
                LOSING_WORDS.matcher(statement.toString()).find() ? StepClass.DESTRUCTIVE : StepClass.CHANGE;
            default -> StepClass.CHANGE;
        };
    }

    private static StepClass select(Node select) {
        boolean writes = select.plain("intoClause").exists()
                || !select.all("IntoClause").isEmpty()
                || !select.nodes("lockingClause").isEmpty()
                || !select.all("LockingClause").isEmpty();
        return (writes ? StepClass.CHANGE : StepClass.READ).or(within(select));
    }

    /** ANALYZE runs what it explains (PostgreSQL manual, EXPLAIN). */
    private static StepClass explain(Node explain) {
        boolean runs = explain.nodes("options").stream()
                .filter(each -> each.text("defname").toLowerCase(Locale.ROOT).equals("analyze"))
                .anyMatch(each -> !List.of("false", "off", "0")
                        .contains(each.node("arg").text("sval").toLowerCase(Locale.ROOT)));
        return runs ? of(explain.node("query")) : StepClass.READ;
    }

    /** What changes rows inside, and the functions that are called. */
    private static StepClass within(Node statement) {
        StepClass strongest = StepClass.READ;
        for (String type : ROWS) {
            for (Node inner : statement.all(type)) {
                strongest = strongest.or(
                        (type.equals("DeleteStmt") || type.equals("UpdateStmt")) && isForAll(inner)
                                ? StepClass.DESTRUCTIVE
                                : StepClass.CHANGE);
            }
        }
        for (Node call : statement.all("FuncCall")) {
            List<String> names = call.texts("funcname");
            String name = names.isEmpty() ? "" : names.get(names.size() - 1);
            if (CHANGING.contains(name)) {
                strongest = strongest.or(StepClass.CHANGE);
            } else if (LOSING.contains(name)) {
                strongest = StepClass.DESTRUCTIVE;
            }
        }
        return strongest;
    }

    /** Without WHERE, or with one that is always so. */
    private static boolean isForAll(Node statement) {
        Node where = statement.node("whereClause");
        return !where.exists() || where.is("A_Const") && where.plain("boolval").flag("boolval");
    }
}
