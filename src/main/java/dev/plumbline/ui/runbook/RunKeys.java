package dev.plumbline.ui.runbook;

import dev.plumbline.ui.fx.Subscriptions;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one letter for the whole screen. They act when they are let go, once: a key that is held down repeats itself, and must not run one step after the other; nor may the letter
 * land in a field that it opens.
 */
final class RunKeys {
    private final Map<KeyCode, Runnable> keys;
    private final BooleanSupplier isCovered;
    private @Nullable KeyCode armed;

    /** {@code isCovered} says whether a question is laid over the screen: then the keys are not its own. */
    RunKeys(Map<KeyCode, Runnable> keys, BooleanSupplier isCovered) {
        this.keys = keys;
        this.isCovered = isCovered;
    }

    void install(Scene scene, Subscriptions subscriptions) {
        EventHandler<KeyEvent> pressed = event -> press(scene, event);
        EventHandler<KeyEvent> released = this::release;
        scene.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventHandler(KeyEvent.KEY_RELEASED, released);
        subscriptions.add(() -> {
            scene.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventHandler(KeyEvent.KEY_RELEASED, released);
            armed = null;
        });
    }

    private void press(Scene scene, KeyEvent event) {
        boolean elsewhere = scene.getFocusOwner() instanceof TextInputControl
                || isCovered.getAsBoolean()
                || event.isShortcutDown()
                || event.isAltDown();
        armed = !elsewhere && keys.containsKey(event.getCode()) ? event.getCode() : null;
    }

    private void release(KeyEvent event) {
        boolean acts = event.getCode() == armed;
        armed = null;
        Runnable action = keys.get(event.getCode());
        if (acts && action != null) {
            event.consume();
            action.run();
        }
    }
}
