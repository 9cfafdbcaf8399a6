package dev.plumbline.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan as a file for {@code psql -X -f}: it runs exactly the plan's statements, in one transaction, on the database and from the state that
 * the plan was made for, or changes nothing. On CockroachDB, which commits before each, the statements stand alone; so do those of a plan of structure that cannot
 * run in a transaction, and what the database is made of is not compared again.
 */
public final class FixScript {
    private FixScript() {}

    public static String write(Plan plan, ScriptHeader header) {
        List<ScriptStatement> statements = new ArrayList<>();
        for (Step step : plan.steps()) {
            statements.add(ScriptStatement.of(step, step.reason(), step.sql()).warned(step));
        }
        return ScriptText.of(plan.isOfChanges() ? "Changes" : "Repair", plan, header, plan.from(), statements);
    }
}
