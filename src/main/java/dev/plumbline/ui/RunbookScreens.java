package dev.plumbline.ui;

import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Surroundings;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.runbook.RunbookActions;
import dev.plumbline.ui.runbook.RunbookPages;

/** The screens of runbooks. */
public final class RunbookScreens {
    private RunbookScreens() {}

    public static Screens of(RunbookActions actions, Surroundings around) {
        RunbookPages pages = new RunbookPages(actions, around);
        return new Screens()
                .with(Destination.Runbooks.class, pages::library)
                .with(Destination.BeginRun.class, pages::begin)
                .with(Destination.RunbookRun.class, pages::run)
                .with(Destination.RunbookBundle.class, pages::bundle)
                .with(Destination.RunbookEditor.class, pages::editor)
                .offering(new ScreenAction(Texts.get("runbooks.bundle"), "", pages::openBundle));
    }
}
