package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A plan, or the way back from it, as statements for psql: in transactions where they may be, by themselves where they must, with nothing but {@code pg_catalog} in the search
 * path and without looking into the bodies of routines, which may speak of what comes later.
 */
public final class StructureScript {
    private static final String SETTINGS = """
            \\set ON_ERROR_STOP on
            \\encoding UTF8
            \\if :{?other_server}
            \\else
            \\set other_server no
            \\endif
            SET plumbline.other_server = :'other_server';
            SET DateStyle = ISO;
            SET quote_all_identifiers = off;
            SET search_path = pg_catalog, pg_temp;
            SET check_function_bodies = off;
            SET client_min_messages = warning;
            """;

    private final StringBuilder text = new StringBuilder(SETTINGS);
    private boolean open;

    private StructureScript() {}

    public static String write(StructurePlan plan) {
        return write(plan, Optional.empty());
    }

    /** @param guard a statement that stops the script, in the first transaction where the script begins with one */
    public static String write(StructurePlan plan, Optional<Sql> guard) {
        StructureScript script = new StructureScript();
        if (!plan.steps().isEmpty()) {
            guard.ifPresent(sql -> script.statement(
                    "Stops here where this is not what the script was made for.",
                    sql,
                    plan.steps().get(0).transactional()));
        }
        for (StructureStep step : plan.steps()) {
            step.hazards().forEach(hazard -> script.comment(hazard.shown()));
            script.statement(step.reason(), step.sql(), step.transactional());
        }
        return script.end();
    }

    /** Last step first. What no statement takes back is told in a comment. */
    public static String undo(StructurePlan plan) {
        StructureScript script = new StructureScript();
        List<StructureStep> steps = new ArrayList<>(plan.steps());
        Collections.reverse(steps);
        for (StructureStep step : steps) {
            Sql undo = step.undo();
            if (undo == null) {
                script.comment("Not undone: " + step.reason() + " " + step.undoNote());
            } else {
                script.statement("Undoes: " + step.reason(), undo, step.transactional());
            }
        }
        return script.end();
    }

    private void statement(String comment, Sql sql, boolean transactional) {
        if (transactional != open) {
            text.append(open ? "COMMIT;\n" : "BEGIN;\n");
            open = transactional;
        }
        comment(comment);
        text.append(sql.text()).append(";\n");
    }

    /** One line whatever is in it. */
    private void comment(String words) {
        text.append("-- ").append(Visible.text(words)).append('\n');
    }

    private String end() {
        if (open) {
            text.append("COMMIT;\n");
        }
        return text.toString();
    }
}
