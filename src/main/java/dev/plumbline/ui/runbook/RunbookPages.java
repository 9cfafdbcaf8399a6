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
        this.desk = new RunbookDesk(around.memory());
    }

    public RunbooksController library(Destination.Runbooks to) {
        return new RunbooksController(
                new RunbooksViewModel(to.from(), actions, desk, around.navigator(), around.activity()));
    }

    public BeginRunController begin(Destination.BeginRun to) {
        return new BeginRunController(
                new BeginRunViewModel(to, actions, desk, around.modeOf(), around.navigator(), around.activity()));
    }

    public RunController run(Destination.RunbookRun to) {
        RunViewModel model = new RunViewModel(
                to.run(),
                actions,
                desk,
                RunbookPlace.of(to.from()),
                around.modeOf(),
                around.activity(),
                around.clock());
        return new RunController(
                model, around.memory(), () -> around.navigator().go(new Destination.Runbooks(to.from())));
    }

    public RunbookEditorController editor(Destination.RunbookEditor to) {
        return new RunbookEditorController(new EditorViewModel(to.runbook(), actions, around.activity()));
    }
}
