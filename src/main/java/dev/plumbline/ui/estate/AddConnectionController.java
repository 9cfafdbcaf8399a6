package dev.plumbline.ui.estate;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.Ask;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** Asks for a name and a DSN, and keeps the connection; what is wrong with the DSN is said under its field. */
public final class AddConnectionController {
    private final DirectsViewModel model;

    @FXML
    private TextField name;

    @FXML
    private TextField dsn;

    @FXML
    private ProgressStrip progress;

    @FXML
    private StackPane problem;

    public AddConnectionController(DirectsViewModel model) {
        this.model = model;
    }

    public void show(Window owner) {
        Parent body = ViewLoader.load(this);
        Ask ask = new Ask(owner, Texts.get("direct.add.title"))
                .showing(body)
                .offeringByEnter(Texts.get("direct.add.yes"));
        ask.yesButton()
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> name.getText().isBlank() || dsn.getText().isBlank(),
                        name.textProperty(),
                        dsn.textProperty()));
        ask.onYes(() -> add(ask));
        ask.confirmed();
    }

    private void add(Ask ask) {
        problem.getChildren().clear();
        progress.setJob(model.add(name.getText().strip(), dsn.getText().strip(), end -> finish(ask, end)));
    }

    private void finish(Ask ask, Optional<Problem> why) {
        if (why.isEmpty()) {
            ask.close();
            return;
        }
        problem.getChildren().setAll(new ProblemPane(why.get()));
        problem.getScene().getWindow().sizeToScene();
    }
}
