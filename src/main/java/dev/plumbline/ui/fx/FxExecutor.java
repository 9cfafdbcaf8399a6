package dev.plumbline.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs things on the UI thread, in the order they were given. Once closed it runs nothing more: what still arrives has no window to go to. */
public final class FxExecutor implements Executor, AutoCloseable {
    private volatile boolean closed;

    @Override
    public void execute(Runnable command) {
        if (!closed) {
            Platform.runLater(() -> {
                if (!closed) {
                    command.run();
                }
            });
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
