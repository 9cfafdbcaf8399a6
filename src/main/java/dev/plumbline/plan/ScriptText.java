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
        if (plan.from().server().version().isCockroach()) {
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
        comment("It changes nothing unless database, server, login and state are those it was made for.");
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

    private void timedStatement(ScriptStatement statement) {
        timeouts(statement.lockTimeout(), statement.statementTimeout());
        statement(statement);
    }

    private void statement(ScriptStatement statement) {
        number++;
        line("");
        comment(number + ". " + statement.comment());
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
