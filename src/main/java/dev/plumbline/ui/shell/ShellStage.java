package dev.plumbline.ui.shell;

import dev.plumbline.ui.fx.LayoutMemory;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The frame on its stage: theme, place, keyboard, and what waits until the first frame was drawn. */
public final class ShellStage {
    public static final String THEME = "window.theme";
    private final Shell shell;
    private final LayoutMemory memory;

    public ShellStage(Shell shell, LayoutMemory memory) {
        this.shell = shell;
        this.memory = memory;
    }

    public static String paletteKey() {
        return Shortcuts.PALETTE.getDisplayText();
    }

    public void showOn(Stage stage) {
        ShellController controller = new ShellController(shell);
        WindowPlace place = new WindowPlace(memory);
        Scene scene = place.scene(controller.root(), controller.split());
        shell.theme().addListener((source, before, after) -> {
            after.apply(scene);
            memory.put(THEME, after.word());
        });
        shell.theme().get().apply(scene);
        Shortcuts.install(scene, controller, shell);
        stage.setScene(scene);
        place.restore(stage);
        stage.setOnHiding(event -> place.keep(stage, controller.split()));
        Thread.currentThread()
                .setUncaughtExceptionHandler(new UncaughtErrors(shell.activity(), controller::openDrawer));
        stage.show();
        shell.tree().focus();
        afterFirstFrame(controller::showIcons);
    }

    private static void afterFirstFrame(Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
