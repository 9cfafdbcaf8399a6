package dev.plumbline.ui.runbook;

import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Surroundings;

/** Makes the screens of runbooks over what they share. */
public final class RunbookPages {
    private final RunbookActions actions;
    private final Surroundings around;
    private final RunbookDesk desk;

    public RunbookPages(RunbookActions actions, Surroundings around) {
        this.actions = actions;
        this.around = around;
        this.desk = new RunbookDesk(around.memory(), around.activity());
    }

    /** Shows a bundle wherever one is, which needs no cluster: it is read from its folder alone. */
    public void openBundle() {
        library(new Destination.Estate()).openBundle();
    }

    private RunbooksViewModel library(Destination from) {
        return new RunbooksViewModel(from, actions, desk, around.navigator(), around.activity());
    }

    public RunbooksController library(Destination.Runbooks to) {
        return new RunbooksController(library(to.from()));
    }

    public BeginRunController begin(Destination.BeginRun to) {
        return new BeginRunController(
                new BeginRunViewModel(to, actions, desk, around.modeOf(), around.navigator(), around.activity()));
    }

    public RunController run(Destination.RunbookRun to) {
        return run(to.from(), RunSource.ofRun(to.run()));
    }

    /** Read-only: nothing of a bundle is gone on with. */
    public RunController bundle(Destination.RunbookBundle to) {
        return run(to.from(), RunSource.ofBundle(to.folder()));
    }

    private RunController run(Destination from, RunSource source) {
        RunViewModel model = new RunViewModel(
                source,
                actions,
                desk,
                RunbookPlace.of(from),
                around.modeOf(),
                around.activity(),
                around.clock(),
                this::changed);
        return new RunController(
                model,
                around.memory(),
                new RunController.Ways(
                        () -> around.navigator().go(new Destination.Runbooks(from)),
                        folder -> around.navigator().go(new Destination.RunbookBundle(from, folder))));
    }

    /**
     * All of the context: a statement changes roles of the whole server, on which other databases may be, and what a step does in a cluster its operators carry on. What a
     * step leaves alone cannot be told from its text.
     */
    private void changed(String context) {
        around.checked()
                .changed(ref -> ref.context().equals(context), around.clock().instant());
    }

    public RunbookEditorController editor(Destination.RunbookEditor to) {
        return new RunbookEditorController(new EditorViewModel(to.runbook(), actions, around.activity()));
    }
}
