package dev.plumbline.plan;

import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;

/** A plan as a page to read or attach: target, digest, each statement with its reason, hazards and undo. */
public final class PlanMarkdown {
    private PlanMarkdown() {}

    public static String write(Plan plan) {
        StringBuilder page = new StringBuilder(plan.isOfChanges() ? "# Changes to " : "# Repair of ")
                .append(plan.target().shown())
                .append("\n\n");
        page.append("Plan digest `")
                .append(plan.digest())
                .append("`, ")
                .append(plan.steps().size())
                .append(" steps.\n");
        int number = 0;
        for (Step step : plan.steps()) {
            page.append("\n## ")
                    .append(++number)
                    .append(". ")
                    .append(step.group().shown());
            page.append(step.checkCode().isEmpty() ? "\n\n" : " (" + step.checkCode() + ")\n\n");
            page.append(step.reason()).append("\n\n").append(fenced(step.sql().text()));
            page.append("\n- Hazards: ").append(hazards(step));
            page.append("\n- Lock: ").append(step.lock()).append(", waits at most ");
            page.append(step.lockTimeout().milliseconds()).append(" ms for it\n- Undo: ");
            page.append(
                            step.undo() == null
                                    ? step.undoNote()
                                    : "\n\n" + fenced(step.undo().text()))
                    .append("\n");
        }
        for (Plan.Refusal refusal : plan.refusals()) {
            page.append("\n## Not possible: ")
                    .append(refusal.what())
                    .append("\n\n")
                    .append(refusal.why())
                    .append("\n");
            if (!refusal.missingGrant().isEmpty()) {
                page.append("\n").append(fenced(refusal.missingGrant()));
            }
        }
        return page.toString();
    }

    private static String hazards(Step step) {
        List<String> said = new ArrayList<>();
        step.hazards().forEach(hazard -> said.add(hazard.shown()));
        step.warnings().forEach(warning -> said.add(Visible.text(warning.shown())));
        return said.isEmpty() ? "none" : String.join(", ", said);
    }

    /** A fence longer than any run of backticks inside: a name cannot end it. */
    private static String fenced(String sql) {
        String fence = "```";
        while (sql.contains(fence)) {
            fence += "`";
        }
        return fence + "sql\n" + sql + ";\n" + fence + "\n";
    }
}
