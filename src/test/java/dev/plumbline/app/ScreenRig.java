package dev.plumbline.app;

import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Screens;
import dev.plumbline.ui.fx.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Screens one after another on one stage, gone to as the window would, and what is looked at, waited for and pictured there. */
@SuppressWarnings("NullAway.Init")
abstract class ScreenRig {
    /** Of a window. */
    record Size(double width, double height) {}

    private final Map<Destination, Screen> made = new HashMap<>();
    private final Size usual;
    private final Size small;
    private ScreenStage stage;
    private Screens screens;
    private Frame frame;

    /** @param small of the window in the last of the pictures */
    ScreenRig(Size usual, Size small) {
        this.usual = usual;
        this.small = small;
    }

    /** To be called from what bears {@code @Start} in the test itself: TestFX looks for it nowhere else. */
    void on(Stage primary) {
        stage = new ScreenStage(primary);
    }

    /** Before the first screen is shown. */
    void begin(Callable<Screens> making) {
        screens = WaitForAsyncUtils.waitForAsyncFx(20_000, making);
        frame = stage.show(Frame::new, Theme.LIGHT, usual.width(), usual.height());
    }

    /** Goes there as the window would: a screen shown before is found as it was. */
    void show(Destination destination) {
        ScreenStage.onFx(() -> frame.show(made.computeIfAbsent(destination, screens::make)));
        ScreenStage.settle();
    }

    /** What the palette offers whichever screen is shown. */
    void everywhere(String title) {
        ScreenStage.onFx(() -> screens.everywhere().stream()
                .filter(action -> action.title().equals(title))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    }

    /** The window keeps it no longer: when it is shown next, it begins anew. */
    void forget(Destination destination) {
        made.remove(destination);
    }

    private static final class Frame implements Screen {
        private final StackPane content = new StackPane();
        private @Nullable Screen shown;

        private void show(Screen next) {
            if (shown != null) {
                shown.deactivate();
            }
            shown = next;
            content.getChildren().setAll(next.root());
            next.activate();
        }

        @Override
        public Parent root() {
            return content;
        }

        @Override
        public String title() {
            return "frame";
        }
    }

    /** Reads the shown screen again, as F5 does. */
    void readAgain(Destination destination) {
        ScreenStage.onFx(() -> Objects.requireNonNull(made.get(destination)).readAgain());
        ScreenStage.settle();
    }

    /** As it is. */
    void picture(String name) {
        Pictures.take(stage.scene(), name);
    }

    /** As it is, dark, and in a small window. */
    void pictures(String name) {
        picture(name + "-light");
        dress(Theme.DARK, usual);
        picture(name + "-dark");
        dress(Theme.LIGHT, small);
        picture(name + "-small");
        dress(Theme.LIGHT, usual);
    }

    /** What holds in the small window too. */
    void whenSmall(Runnable looking) {
        dress(Theme.LIGHT, small);
        looking.run();
        dress(Theme.LIGHT, usual);
    }

    private void dress(Theme theme, Size size) {
        ScreenStage.onFx(() -> {
            theme.apply(stage.scene());
            Window window = stage.scene().getWindow();
            window.setWidth(size.width());
            window.setHeight(size.height());
        });
        ScreenStage.settle();
    }

    /** Until it holds on the UI thread; otherwise an error with what the screen says of itself, and a picture. */
    void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException late) {
            picture("waited-in-vain");
            throw new AssertionError(
                    "did not come: " + text("headline") + " / " + words("notices") + " / " + words("instead") + " / "
                            + words("blocks") + " / " + words("form") + " / " + words("detail"),
                    late);
        }
        ScreenStage.settle();
    }

    boolean isThere(String id) {
        Node node = stage.scene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    String text(String id) {
        return isThere(id) && node(id) instanceof Labeled label ? label.getText() : "";
    }

    /** What the labels within it say, line by line. */
    String words(String id) {
        return words(id, ".label");
    }

    /** The same with what stands on its buttons and fields. */
    String everyWord(String id) {
        return words(id, "*");
    }

    private String words(String id, String parts) {
        return !isThere(id)
                ? ""
                : node(id).lookupAll(parts).stream()
                        .filter(Labeled.class::isInstance)
                        .map(label -> ((Labeled) label).getText())
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    Node node(String id) {
        return stage.scene().lookup("#" + id);
    }
}
