package dev.plumbline.ui.estate;

import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** What stands in the middle before anything was chosen. */
public final class WelcomeController implements Screen {
    private final String paletteKey;
    private final Parent root;

    @FXML
    private Label hint;

    public WelcomeController(String paletteKey) {
        this.paletteKey = paletteKey;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        hint.setText(Texts.get("welcome.hint", paletteKey));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("tab.Estate");
    }
}
