package dev.plumbline.plan;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.Visible;
import java.util.List;

/** The text of a script: header, psql settings, guard, statements in their transaction, and nothing after. */
final class ScriptText {
    private final StringBuilder text = new StringBuilder();
    private String timeouts = "";
    private int number;

    private ScriptText() {}

    static String of(String kind, Plan plan, ScriptHeader header, Snapshot expected, List<ScriptStatement> statements) {
        ScriptText script = new ScriptText();
        script.head(kind, plan, header);
        if (plan.concern().structure().isPresent()) {
            script.brackets(plan, expected, statements);
        } else if (plan.from().server().version().isCockroach()) {
            script.line(CockroachGuard.of(plan, expected).text() + ";");
            statements.forEach(script::statement);
        } else {
            script.begin(plan);
            script.line(GuardBlock.of(plan, expected).text() + ";");
            statements.forEach(script::timedStatement);
            script.line("");
            script.line("COMMIT;");
        }
        return script.text.toString();
    }

    private void head(String kind, Plan plan, ScriptHeader header) {
        comment(kind + " of " + plan.target().shown());
        comment("System identifier " + plan.from().server().systemIdentifier() + ", plan " + plan.digest());
        comment("Made by Plumbline " + header.toolVersion() + " for " + header.who() + " at " + header.when());
        comment("Run with: psql -X -f FILE, connected to the database named above, as the same login.");
        comment(
                plan.concern().structure().isPresent()
                        ? "It changes nothing unless database, server and login are those it was made for. What the"
                                + " database is made of is not compared again, and data is not counted again."
                        : "It changes nothing unless database, server, login and state are those it was made for.");
        comment("For a copy of the server, which has another system identifier: psql -X -v other_server=yes -f FILE");
        line("");
        line("\\set ON_ERROR_STOP on");
        line("\\encoding UTF8");
        line("\\if :{?other_server}");
        line("\\else");
        line("\\set other_server no");
        line("\\endif");
        line("");
    }

    private void begin(Plan plan) {
        line("BEGIN;");
        line("SET LOCAL search_path = pg_catalog, pg_temp;");
        line("SET LOCAL plumbline.other_server = :'other_server';");
        if (plan.from().server().version().hasMembershipOptions()) {
            line("SET LOCAL createrole_self_grant = '';");
        }
        if (plan.from().server().version().isPostgresAtLeast(17)) {
            line("SET LOCAL transaction_timeout = 0;");
        }
        timeouts(LockTimeout.DEFAULT, StatementTimeout.DEFAULT);
    }

    /** What may be in a transaction is, in runs of such statements; the others stand by themselves, so the settings are the session's. */
    private void brackets(Plan plan, Snapshot expected, List<ScriptStatement> statements) {
        line("SET search_path = pg_catalog, pg_temp;");
        line("SET plumbline.other_server = :'other_server';");
        if (plan.from().server().version().isPostgresAtLeast(17)) {
            line("SET transaction_timeout = 0;");
        }
        line(GuardBlock.of(plan, expected).text() + ";");
        boolean open = false;
        for (ScriptStatement statement : statements) {
            boolean within = statement.transactional() && statement.sql() != null;
            if (within != open && statement.sql() != null) {
                line("");
                line(open ? "COMMIT;" : "BEGIN;");
                open = within;
            }
            line("SET lock_timeout = " + statement.lockTimeout().milliseconds() + ";");
            line("SET statement_timeout = " + statement.statementTimeout().milliseconds() + ";");
            statement(statement);
        }
        if (open) {
            line("");
            line("COMMIT;");
        }
    }

    private void timedStatement(ScriptStatement statement) {
        timeouts(statement.lockTimeout(), statement.statementTimeout());
        statement(statement);
    }

    private void statement(ScriptStatement statement) {
        number++;
        line("");
        comment(number + ". " + statement.comment());
        statement.warnings().forEach(this::comment);
        Sql sql = statement.sql();
        if (sql != null) {
            line(sql.text() + ";");
        }
    }

    private void timeouts(LockTimeout lock, StatementTimeout statement) {
        String now = "SET LOCAL lock_timeout = " + lock.milliseconds() + ";\nSET LOCAL statement_timeout = "
                + statement.milliseconds() + ";";
        if (!now.equals(timeouts)) {
            line(now);
            timeouts = now;
        }
    }

    /** One line whatever is in it: line ends and all else that does not show are written as escapes. */
    private void comment(String words) {
        line("-- " + Visible.text(words));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
