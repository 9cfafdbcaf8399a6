package dev.plumbline.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs things on the UI thread, in the order they were given. */
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }
}
