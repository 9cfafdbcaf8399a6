package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.output.Console;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.RunbookRun;

/** What is said when a run has come as far as it could. */
final class RunbookEnd {
    private RunbookEnd() {}

    static int tell(Console console, GlobalOptions options, RunbookRun run, int code) {
        RunState state = run.state();
        if (options.json()) {
            console.json(RunbookText.json(run.id(), state));
        } else {
            console.line("");
            console.lines(RunbookText.lines(state));
        }
        if (state.ending() == RunState.Ending.OPEN) {
            console.note("Go on with: plumbline runbook resume " + run.id());
        }
        return code;
    }
}
