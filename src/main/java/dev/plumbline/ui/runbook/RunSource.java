package dev.plumbline.ui.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a run that is shown lies: one of this machine's by its id, or the one that a bundle holds. */
record RunSource(String id, @Nullable Path bundle) {
    static RunSource ofRun(String id) {
        return new RunSource(id, null);
    }

    static RunSource ofBundle(Path folder) {
        return new RunSource("", folder);
    }

    /** As it stands now; in the background only. */
    RunPage page(Optional<OpenRun> open, RunbookActions actions) {
        if (bundle != null) {
            return RunPage.ofBundle(bundle);
        }
        return open.isPresent()
                ? open.get().page()
                : RunPage.of(actions.runbooks().get().runs(), id, false);
    }

    /** Goes on with the run on the target that it began with; in the background only. */
    OpenRun takeUp(RunPage now, RunbookActions actions, RunbookPlace place, SafeMode mode, CancelToken cancel) {
        Runbooks runbooks = actions.runbooks().get();
        RunbookRun run = RunbookRun.resume(
                runbooks.runs(), id, place.target(runbooks, now.entries().get(0), mode), runbooks.tools(), cancel);
        return new OpenRun(run, runbooks.runs());
    }
}
