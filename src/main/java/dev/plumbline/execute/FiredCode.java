package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.plan.Plan;
import java.util.List;
import java.util.Locale;

/**
 * The event triggers that a plan's statements fire (manual 40.1): code of the database's that runs with the rights of whoever runs the plan.
 * Commands on roles and databases fire none.
 */
final class FiredCode {
    private static final Query TRIGGERS = new Query("event triggers", """
            SELECT trigger.evtname AS name, trigger.evtevent AS event, owner.rolname AS owner,
                   function.proname AS function, schema.nspname AS schema,
                   pg_catalog.array_to_string(trigger.evttags, ',') AS tags
            FROM pg_catalog.pg_event_trigger AS trigger
            JOIN pg_catalog.pg_proc AS function ON function.oid = trigger.evtfoid
            JOIN pg_catalog.pg_namespace AS schema ON schema.oid = function.pronamespace
            JOIN pg_catalog.pg_roles AS owner ON owner.oid = function.proowner
            WHERE trigger.evtenabled IN ('O', 'A') AND trigger.evtevent IN ('ddl_command_start', 'ddl_command_end')
            ORDER BY trigger.evtname""", List.of());

    private FiredCode() {}

    /** One sentence for each trigger that some statement of the plan fires; a gap is one sentence too. */
    static List<String> read(PgSession session, Plan plan, CancelToken cancel) {
        if (session.version().isCockroach()) {
            return List.of();
        }
        List<String> commands = plan.steps().stream()
                .map(step -> tag(step.sql().text()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return of(session, commands, cancel);
    }

    /** One sentence for each trigger that one of the commands fires, by their tags. */
    static List<String> of(PgSession session, List<String> commands, CancelToken cancel) {
        return commands.isEmpty()
                ? List.of()
                : session.ask(List.of(TRIGGERS), cancel).get(0).rows().stream()
                        .filter(row -> fires(row, commands))
                        .map(FiredCode::sentence)
                        .toList();
    }

    private static boolean fires(Rows.Row row, List<String> commands) {
        String tags = row.textOrNull("tags");
        return tags == null
                || commands.stream()
                        .anyMatch(command -> List.of(tags.split(",")).contains(command));
    }

    private static String sentence(Rows.Row row) {
        return "Event trigger " + row.name("name").shown() + " (" + row.text("event") + ") runs function "
                + row.name("schema").shown() + "." + row.name("function").shown() + " of "
                + row.name("owner").shown() + " when this runs.";
    }

    /** The command tag of a statement that can fire, by its first words; empty for commands on roles and databases. */
    private static String tag(String sql) {
        String words = sql.strip().toUpperCase(Locale.ROOT);
        if (words.startsWith("ALTER DEFAULT PRIVILEGES")) {
            return "ALTER DEFAULT PRIVILEGES";
        }
        for (String command : List.of("GRANT", "REVOKE")) {
            if (words.startsWith(command + " ") && words.contains(" ON ")) {
                return command;
            }
        }
        return "";
    }
}
