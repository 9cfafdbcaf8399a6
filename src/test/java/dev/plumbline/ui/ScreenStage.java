package dev.plumbline.ui;

import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Theme;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** Puts one screen alone on a stage, as large as the shell would make it. */
public final class ScreenStage {
    private final Stage stage;

    public ScreenStage(Stage stage) {
        this.stage = stage;
    }

    /** Makes the screen on the UI thread, shows it and activates it. The keys that the shell hears for a screen are heard. */
    public <S extends Screen> S show(Supplier<S> making, Theme theme, double width, double height) {
        S screen = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            S made = making.get();
            Parent root = made.root();
            Scene scene = new Scene(root, width, height);
            theme.apply(scene);
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F8), () -> made.step(1));
            scene.getAccelerators()
                    .put(new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN), () -> made.step(-1));
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.sizeToScene();
            stage.show();
            made.activate();
            return made;
        });
        settle();
        return screen;
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Waits until what was told to the UI thread was drawn. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents(6);
    }

    /** Runs it on the UI thread and waits for it. */
    public static void onFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                action.run();
                return true;
            });
            settle();
        }
    }
}
