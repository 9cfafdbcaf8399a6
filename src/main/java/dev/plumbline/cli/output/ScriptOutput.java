package dev.plumbline.cli.output;

import dev.plumbline.operation.ExportPlan;
import dev.plumbline.plan.Plan;

/** A plan printed as what {@code psql -f} runs, or as a page; nothing else goes to standard output. */
public record ScriptOutput(ExportPlan exports, Console console) {
    public int print(Plan plan, OutputFormat format, boolean undo) {
        for (Plan.Refusal refusal : plan.refusals()) {
            console.note("REFUSED " + refusal.what() + ": " + refusal.why()
                    + (refusal.missingGrant().isEmpty() ? "" : " Missing: " + refusal.missingGrant()));
        }
        if (!plan.refusals().isEmpty()) {
            return ExitCode.REFUSED;
        }
        if (plan.isEmpty()) {
            console.note("Nothing to repair: no script.");
            return ExitCode.DONE;
        }
        console.raw(text(plan, format, undo));
        return ExitCode.DONE;
    }

    private String text(Plan plan, OutputFormat format, boolean undo) {
        if (format == OutputFormat.MARKDOWN) {
            return exports.markdown(plan);
        }
        return undo ? exports.undoScript(plan) : exports.fixScript(plan);
    }
}
