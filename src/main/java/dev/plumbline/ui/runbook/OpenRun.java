package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.run.RunFolders;
import dev.plumbline.runbook.run.RunbookRun;
import java.util.function.Function;

/** A run that this window goes on with. One piece of work at a time uses it; the next waits. */
final class OpenRun implements AutoCloseable {
    private final RunbookRun run;
    private final RunFolders folders;

    OpenRun(RunbookRun run, RunFolders folders) {
        this.run = run;
        this.folders = folders;
    }

    String id() {
        return run.id();
    }

    synchronized <T> T with(Function<RunbookRun, T> work) {
        return work.apply(run);
    }

    /** As it stands now, its transcript read again from the disk. */
    synchronized RunPage page() {
        return RunPage.of(folders, run.id(), true);
    }

    @Override
    public synchronized void close() {
        run.close();
    }
}
