package dev.plumbline.ui.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the keyboard does wherever one is. */
final class Shortcuts {
    static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN);
    static final KeyCombination FILTER = new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN);
    static final KeyCombination DRAWER = new KeyCodeCombination(KeyCode.J, SHORTCUT_DOWN);
    static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, ALT_DOWN);
    static final KeyCombination READ_AGAIN = new KeyCodeCombination(KeyCode.F5);
    static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F8);
    static final KeyCombination BEFORE = new KeyCodeCombination(KeyCode.F8, SHIFT_DOWN);

    private Shortcuts() {}

    static void install(Scene scene, ShellController controller, Shell shell) {
        Map<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(PALETTE, controller::openPalette);
        keys.put(FILTER, shell.tree()::focusFilter);
        keys.put(DRAWER, controller::toggleDrawer);
        keys.put(BACK, shell.model()::back);
        keys.put(READ_AGAIN, controller::readAgain);
        keys.put(NEXT, () -> controller.step(1));
        keys.put(BEFORE, () -> controller.step(-1));
        for (int i = 1; i <= 9; i++) {
            int number = i;
            keys.put(
                    new KeyCodeCombination(KeyCode.valueOf("DIGIT" + i), SHORTCUT_DOWN),
                    () -> shell.model().goToTab(number));
        }
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(scene.getFocusOwner() instanceof TextInputControl)) {
                dismiss(event, controller);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> dismiss(event, controller));
    }

    /** Trees and tables swallow Esc, so it is heard before them; fields have a use of their own for it. */
    private static void dismiss(KeyEvent event, ShellController controller) {
        if (event.getCode() == KeyCode.ESCAPE && controller.dismiss()) {
            event.consume();
        }
    }
}
