package dev.plumbline.operation;

import dev.plumbline.plan.FixScript;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanMarkdown;
import dev.plumbline.plan.ScriptHeader;
import dev.plumbline.plan.UndoScript;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A plan as scripts that run under plain {@code psql -f}. */
public final class ExportPlan {
    private final Clock clock;
    private final String version;
    private final String by;

    public ExportPlan(Clock clock, String version, String by) {
        this.clock = clock;
        this.version = version;
        this.by = by;
    }

    public String fixScript(Plan plan) {
        return FixScript.write(plan, header());
    }

    public String markdown(Plan plan) {
        return PlanMarkdown.write(plan);
    }

    public String undoScript(Plan plan) {
        return UndoScript.write(plan, header());
    }

    private ScriptHeader header() {
        return new ScriptHeader(
                version,
                by,
                DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }
}
