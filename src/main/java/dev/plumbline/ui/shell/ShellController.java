package dev.plumbline.ui.shell;

import dev.plumbline.ui.activity.DrawerController;
import dev.plumbline.ui.activity.StripController;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Destination;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.Ticks;
import dev.plumbline.ui.fx.ViewLoader;
import dev.plumbline.ui.palette.PaletteController;
import dev.plumbline.ui.palette.PaletteViewModel;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame: header, tree, tabs, the screen that is shown, foot. What is not seen at first is made when it is asked for. */
public final class ShellController {
    private final Shell shell;
    private final ScreenShelf shelf;
    private final StripController strip;
    private final Subscriptions ofScreen = new Subscriptions();
    private final Parent root;
    private final TabsRow row;

    /** In pixels. */
    private static final double LEAST_OF_CONNECTION = 90;

    @FXML
    private Region band;

    @FXML
    private HBox crumbs;

    @FXML
    private Button mode;

    @FXML
    private ElidedLabel connection;

    @FXML
    private Button search;

    @FXML
    private Button theme;

    @FXML
    private Button settings;

    @FXML
    private SplitPane split;

    @FXML
    private StackPane side;

    @FXML
    private HBox tabs;

    @FXML
    private StackPane content;

    @FXML
    private VBox foot;

    @FXML
    private StackPane overlay;

    private @Nullable Screen shown;
    private @Nullable PaletteController palette;
    private @Nullable DrawerController drawer;

    public ShellController(Shell shell) {
        this.shell = shell;
        this.shelf = new ScreenShelf(shell.screens()::make);
        this.strip = new StripController(shell.activity());
        this.root = ViewLoader.load(this);
        this.row = new TabsRow(tabs, shell.model());
        begin();
    }

    private void begin() {
        side.getChildren().setAll(shell.tree().root());
        foot.getChildren().setAll(strip.root());
        search.setText(Texts.get("search.prompt", Shortcuts.PALETTE.getDisplayText()));
        strip.opened().addListener((source, before, after) -> showDrawer(after));
        shell.model().current().addListener((source, before, after) -> show(after));
        shell.model().mode().addListener((source, before, after) -> showMode());
        shell.estate().states().addListener((source, before, after) -> estateChanged());
        overlay.setOnMousePressed(event -> {
            if (event.getTarget() == overlay) {
                closePalette();
            }
        });
        connection.visibleProperty().bind(connection.widthProperty().greaterThanOrEqualTo(LEAST_OF_CONNECTION));
        showMode();
        show(shell.model().current().get());
    }

    private void show(Destination destination) {
        ofScreen.close();
        if (shown != null) {
            shown.deactivate();
        }
        Screen screen = shelf.at(destination);
        shown = screen;
        content.getChildren().setAll(screen.root());
        Crumbs.show(crumbs, destination);
        row.show();
        shell.tree().select(destination);
        ofScreen.follow(screen.connection(), this::showConnection);
        screen.activate();
        Ticks.everySecond(ofScreen, () -> shell.titled().accept(screen.title()));
    }

    /** Where the header has no room for it, the mode beside it tells it, since three letters of it say nothing. */
    private void showConnection(String text) {
        connection.setText(text);
        mode.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    private void estateChanged() {
        shell.model().modeChanged();
        if (palette != null && overlay.isVisible()) {
            palette.refresh();
        }
    }

    private void showMode() {
        ModeMarks.show(band, mode, shell.model().mode().get());
    }

    private void showDrawer(boolean open) {
        if (drawer == null) {
            drawer = new DrawerController(
                    shell.activity(), shell.model(), shell.screens().has(new Destination.Journal()));
        }
        if (open) {
            foot.getChildren().setAll(drawer.root(), strip.root());
        } else {
            foot.getChildren().setAll(strip.root());
        }
    }

    void openDrawer() {
        strip.opened().set(true);
    }

    void toggleDrawer() {
        strip.opened().set(!strip.opened().get());
    }

    @FXML
    void openPalette() {
        PaletteController now = palette;
        if (now == null) {
            now = new PaletteController(new PaletteViewModel(() -> shell.entries(this)), this::closePalette);
            palette = now;
            overlay.getChildren().setAll(now.root());
        }
        overlay.setVisible(true);
        overlay.setManaged(true);
        now.open();
    }

    private void closePalette() {
        overlay.setVisible(false);
        overlay.setManaged(false);
        content.requestFocus();
    }

    @FXML
    void switchTheme() {
        shell.theme().set(shell.theme().get().other());
    }

    @FXML
    private void openSettings() {
        shell.model().go(new Destination.Settings());
    }

    @FXML
    private void chooseMode() {
        String context = shell.model().current().get().context();
        shell.chooseMode(mode, context);
    }

    /** What the screen that is shown can do now. */
    List<ScreenAction> actions() {
        return shown == null ? List.of() : shown.actions();
    }

    void readAgain() {
        if (shown != null) {
            shown.readAgain();
        }
    }

    void step(int by) {
        if (shown != null && !overlay.isVisible()) {
            shown.step(by);
        }
    }

    /** Closes the innermost thing that is open; false when nothing is. */
    boolean dismiss() {
        if (overlay.isVisible()) {
            closePalette();
            return true;
        }
        if (shown != null && shown.dismiss()) {
            return true;
        }
        boolean open = strip.opened().get();
        strip.opened().set(false);
        return open;
    }

    /** Puts the icons into the header, once the first frame is drawn. */
    void showIcons() {
        HeaderIcons.show(search, theme, settings);
    }

    SplitPane split() {
        return split;
    }

    Parent root() {
        return root;
    }
}
